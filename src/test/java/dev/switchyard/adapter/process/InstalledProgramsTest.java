package dev.switchyard.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.launch.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-ins are shell scripts")
class InstalledProgramsTest {
  @TempDir Path folder;

  private Instant now = Instant.EPOCH;
  private final InstantSource clock = () -> now;

  @Test
  void findsClaudeOnPathAndReadsItsVersion() throws Exception {
    var claude = script("bin/claude", "echo '2.1.330 (Claude Code)'");

    assertThat(programs().claude())
        .isEqualTo(
            Known.of(new Program(claude, version("2.1.330 (Claude Code)"), true, List.of())));
  }

  @Test
  void findsTheNativeInstallThatIsNotOnPath() throws Exception {
    var claude = script("home/.local/bin/claude", "echo '2.1.330 (Claude Code)'");

    var found = program(programs().claude());

    assertThat(found.path()).isEqualTo(claude);
    assertThat(found.onPath()).isFalse();
  }

  @Test
  void asksNpmWhereItsProgramsAreOnlyWhenPathHasNone() throws Exception {
    var claude = script("npm prefix/bin/claude", "echo '2.1.330 (Claude Code)'");
    script("bin/npm", "[ \"$*\" = 'prefix -g' ] && echo '" + folder.resolve("npm prefix") + "'");

    assertThat(program(programs().claude()).path()).isEqualTo(claude);
  }

  @Test
  void listsOtherInstallsButNotLinksToTheSameFile() throws Exception {
    var first = script("bin/claude", "echo '2.1.330 (Claude Code)'");
    var old = script("home/.claude/local/claude", "echo '1.0.1 (Claude Code)'");
    Files.createDirectories(folder.resolve("home/.local/bin"));
    Files.createSymbolicLink(folder.resolve("home/.local/bin/claude"), first);

    var found = program(programs().claude());

    assertThat(found.path()).isEqualTo(first);
    assertThat(found.others()).containsExactly(old);
  }

  @Test
  void aFileThatMayNotBeRunIsNotAProgram() throws Exception {
    Files.setPosixFilePermissions(
        script("bin/claude", "echo no"), PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(programs().claude())
        .isInstanceOfSatisfying(
            Known.Unknown.class,
            unknown -> assertThat(unknown.reason().toString()).contains("npm install -g"));
  }

  @Test
  void aBrokenProgramIsFoundWithTheReasonInPlaceOfItsVersion() throws Exception {
    var claude = script("bin/claude", "echo 'Illegal instruction' >&2; exit 132");

    assertThat(program(programs().claude()).version())
        .isEqualTo(Known.unknown(Message.of("programs.no-version", claude.toString())));
  }

  @Test
  void readsOllamasOwnVersionWhetherAServerAnswersOrNot() throws Exception {
    script(
        "bin/ollama",
        "[ \"$OLLAMA_HOST\" = 127.0.0.1:1 ] || { echo 'ollama version is 0.1.1'; exit; }\n"
            + "echo 'Warning: could not connect to a running Ollama instance' >&2\n"
            + "echo 'Warning: client version is 0.32.15' >&2");

    assertThat(program(programs().ollama()).version()).isEqualTo(version("0.32.15"));
  }

  @Test
  void aProgramIsNotStartedAgainForAsLongAsItsFileIsTheSame() throws Exception {
    script("bin/claude", counting("2.1.330 (Claude Code)"));
    var programs = programs();

    var first = programs.claude();
    assertThat(programs.claude()).isEqualTo(first);
    assertThat(starts()).isEqualTo(1);

    script("bin/claude", counting("2.1.3310 (Claude Code)"));
    assertThat(program(programs.claude()).version()).isEqualTo(version("2.1.3310"));
    assertThat(starts()).isEqualTo(2);
  }

  @Test
  void whatStandsInForAnotherProgramIsAskedAgainAfterAWhile() throws Exception {
    script("bin/claude", counting("2.1.330 (Claude Code)"));
    var programs = programs();

    programs.claude();
    now = now.plus(Duration.ofMinutes(10));
    programs.claude();

    assertThat(starts()).isEqualTo(2);
  }

  @Test
  void npmIsNotAskedAgainEither() throws Exception {
    script("bin/npm", counting(folder.resolve("npm prefix").toString()));
    var programs = programs();
    programs.claude();

    var claude = script("npm prefix/bin/claude", "echo '2.1.330 (Claude Code)'");
    assertThat(program(programs.claude()).path()).isEqualTo(claude);
    assertThat(starts()).isEqualTo(1);
  }

  @Test
  void aProgramThatFailedIsAskedAgain() throws Exception {
    script("bin/claude", counting("no") + "; exit 1");
    var programs = programs();

    programs.claude();
    programs.claude();

    assertThat(starts()).isEqualTo(2);
  }

  private InstalledPrograms programs() {
    var environment = Map.of("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
    var surroundings = new Surroundings(OperatingSystem.LINUX, environment, folder.resolve("home"));
    return new InstalledPrograms(
        new Processes(environment, OperatingSystem.LINUX),
        surroundings,
        Home.below(folder.resolve("home")),
        clock);
  }

  /// How often it was started: it adds a line each time.
  private String counting(String answer) {
    return "echo >> '%s'; echo '%s'".formatted(folder.resolve("starts"), answer);
  }

  private long starts() throws IOException {
    return Files.readAllLines(folder.resolve("starts")).size();
  }

  private Path script(String name, String body) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Program program(Known<Program> known) {
    return known.toOptional().orElseThrow();
  }

  private static Known<Version> version(String text) {
    return Known.of(Version.parse(text).orElseThrow());
  }
}
