package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `verify` says before it sends anything; what it sends is proven with the real programs.
class VerifyCommandTest {
  @TempDir Path temporary;
  private Path home;
  private Path project;

  @BeforeEach
  void aProject() throws IOException {
    home = Files.createDirectory(temporary.resolve("home"));
    project = Files.createDirectory(temporary.toRealPath().resolve("project"));
  }

  @Test
  void aCloudRouteIsRefusedWithoutLeave() {
    var run = verify("--json");

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.json().path("proven").asBoolean(true)).isFalse();
    assertThat(run.json().path("folder").asString()).isEqualTo(project.toString());
    assertThat(run.json().path("error").asString()).contains("--yes");
    assertThat(run.err()).contains("--yes");
  }

  @Test
  void theCostIsToldWithoutSendingAnything() {
    var run = verify("--cost", "--json");

    assertThat(run.code()).isZero();
    assertThat(run.json().path("destination").asString()).isEqualTo("cloud");
    assertThat(run.json().path("costsMoney").asBoolean()).isTrue();
    assertThat(verify("--cost").out()).contains("charged");
  }

  @Test
  void whyNothingMayBeSentIsToldBefore() throws IOException {
    var settings = Files.createDirectory(project.resolve(".claude")).resolve("settings.json");
    Files.writeString(settings, "{\"env\":{\"ANTHROPIC_BASE_URL\":\"ftp://nowhere\"}}");

    assertThat(verify("--cost", "--json").json().path("refused").asString())
        .contains("cannot be used");
  }

  @Test
  void bothHalvesAloneIsNoHalf() {
    assertThat(verify("--what-only", "--where-only").code()).isEqualTo(2);
  }

  private CommandRun verify(String... options) {
    var arguments = new String[options.length + 4];
    System.arraycopy(
        new String[] {"--home", home.toString(), "verify", project.toString()}, 0, arguments, 0, 4);
    System.arraycopy(options, 0, arguments, 4, options.length);
    return CommandRun.of(arguments);
  }
}
