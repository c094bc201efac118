package dev.switchyard.adapter.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaudeFolderTrustTest {
  @TempDir Path temp;
  private Path data;
  private Path project;
  private ClaudeFolderTrust trust;

  @BeforeEach
  void project() throws Exception {
    data = temp.resolve(".claude.json");
    project = Files.createDirectories(temp.toRealPath().resolve("work/app"));
    trust = new ClaudeFolderTrust(data);
  }

  @Test
  void onAFreshMachineNothingIsTrusted() {
    assertThat(trust.isTrusted(project)).isEqualTo(Known.of(false));
  }

  @Test
  void aTrustedFolderCoversWhatIsBelowIt() throws Exception {
    write(project.getParent(), true);

    assertThat(trust.isTrusted(project)).isEqualTo(Known.of(true));
    assertThat(trust.isTrusted(temp)).isEqualTo(Known.of(false));
  }

  @Test
  void aKnownFolderThatWasNotAcceptedIsNotTrusted() throws Exception {
    write(project, false);

    assertThat(trust.isTrusted(project)).isEqualTo(Known.of(false));
  }

  @Test
  void dataThatCannotBeReadMeansUnknown() throws Exception {
    Files.writeString(data, "{\"projects\":");

    assertThat(trust.isTrusted(project))
        .isEqualTo(Known.unknown(Message.of("claude.data-malformed", data.toString())));
  }

  @Test
  void knowsWhetherAFolderIsThere() {
    assertThat(trust.exists(project)).isTrue();
    assertThat(trust.exists(temp.resolve("gone"))).isFalse();
  }

  private void write(Path folder, boolean accepted) throws Exception {
    var key = folder.toString().replace("\\", "\\\\");
    Files.writeString(
        data,
        "{\"numStartups\":3,\"projects\":{\"%s\":{\"hasTrustDialogAccepted\":%s}}}"
            .formatted(key, accepted));
  }
}
