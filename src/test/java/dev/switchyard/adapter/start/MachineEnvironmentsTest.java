package dev.switchyard.adapter.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.route.Origin;
import dev.switchyard.domain.route.StartEnvironment;
import dev.switchyard.domain.route.StartedFrom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class MachineEnvironmentsTest {
  private static final String URL = "ANTHROPIC_BASE_URL";

  @TempDir Path home;
  private final Map<String, String> own = new HashMap<>();
  private Instant now = Instant.parse("2026-11-23T10:00:00Z");

  @BeforeEach
  void fill() {
    own.put("PATH", System.getenv("PATH"));
    own.put("HOME", home.toString());
  }

  @Test
  void aCommandRunsInTheTerminalThatItIsAskedAbout() throws IOException {
    own.put("SHELL", home.resolve("nothing").toString());
    own.put(URL, "http://localhost:1");
    write(".bashrc", "\nexport ANTHROPIC_BASE_URL=http://localhost:1\n");

    var environment = machine(true).of(StartedFrom.TERMINAL);

    assertThat(environment.variables()).containsEntry(URL, "http://localhost:1");
    assertThat(environment.unknown()).isEmpty();
    assertThat(environment.feeds().getFirst().probable())
        .containsEntry(URL, new Origin.FileLine(home.resolve(".bashrc"), 2));
  }

  @Test
  void theWindowAsksTheLoginShell() throws IOException {
    own.put(URL, "http://localhost:1");
    shell("echo Welcome; export ANTHROPIC_BASE_URL=http://localhost:2");
    write(".profile", ". ~/.secrets\n");
    write(".secrets", "# mine\n\nexport ANTHROPIC_BASE_URL='http://localhost:2'\n");

    var environment = machine(false).of(StartedFrom.TERMINAL);

    assertThat(environment.variables()).containsEntry(URL, "http://localhost:2");
    assertThat(environment.unknown()).isEmpty();
    assertThat(environment.feeds().getFirst().probable())
        .containsEntry(URL, new Origin.FileLine(home.resolve(".secrets"), 3));
  }

  @Test
  void aShellThatIsGoneOrStartsSomethingElseLeavesOurOwnEnvironmentAndSaysSo() throws IOException {
    own.put(URL, "http://localhost:1");
    shell("echo not a terminal >&2; exit 3");
    assertThat(machine(false).of(StartedFrom.TERMINAL))
        .satisfies(answer -> {
          assertThat(answer.variables()).containsEntry(URL, "http://localhost:1");
          assertThat(keys(answer)).containsExactly("route.start.shell-silent");
        });

    own.put("SHELL", home.resolve("nothing").toString());
    assertThat(machine(false).of(StartedFrom.TERMINAL).unknown()).hasSize(1);

    own.remove("SHELL");
    assertThat(keys(machine(false).of(StartedFrom.TERMINAL)))
        .containsExactly("route.start.no-shell");
  }

  @Test
  void theShellIsAskedAgainOnlyWhenAFileChanges() throws IOException {
    shell("echo x >> " + home.resolve("asked"));
    write(".bashrc", "");
    var machine = machine(false);

    machine.of(StartedFrom.TERMINAL);
    machine.of(StartedFrom.TERMINAL);
    now = now.plusSeconds(5);
    machine.of(StartedFrom.TERMINAL);
    assertThat(home.resolve("asked")).content().isEqualTo("x\n");

    write(".bashrc", "export A=1");
    now = now.plusSeconds(5);
    machine.of(StartedFrom.TERMINAL);
    assertThat(home.resolve("asked")).content().isEqualTo("x\nx\n");

    machine.forget();
    machine.of(StartedFrom.TERMINAL);
    assertThat(home.resolve("asked")).content().isEqualTo("x\nx\nx\n");
  }

  @Test
  void theExtensionsVariablesStandAboveTheShells() throws IOException {
    shell("export ANTHROPIC_BASE_URL=http://localhost:2 ANTHROPIC_MODEL=shell");
    var settings =
        write(
            ".config/Code/User/settings.json",
            """
            { // mine
              "claudeCode.environmentVariables": [
                { "name": "ANTHROPIC_BASE_URL", "value": "http://localhost:3" },
              ],
            }
            """);

    var environment = machine(false).of(StartedFrom.VSCODE);

    assertThat(environment.variables())
        .containsEntry(URL, "http://localhost:3")
        .containsEntry("ANTHROPIC_MODEL", "shell");
    assertThat(environment.feeds().getFirst().file()).contains(settings);
    assertThat(environment.assumptions()).hasSize(1);
  }

  @Test
  void whatCannotBeReadOfAnEditorIsNamed() throws IOException {
    shell("");
    write(".config/Code/User/settings.json", "{ not json");
    write(
        ".config/VSCodium/User/settings.json", "{\"claudeCode.environmentVariables\": [\"A=1\"]}");

    assertThat(keys(machine(false).of(StartedFrom.VSCODE)))
        .containsExactly("route.start.vscode-malformed", "route.start.vscode-entries");
  }

  @Test
  void anEditorThatSaysSomethingElseIsNamed() throws IOException {
    shell("");
    write(".config/Code/User/settings.json", "{}");
    write(
        ".config/VSCodium/User/settings.json",
        "{\"claudeCode.environmentVariables\": [{\"name\":\"A\",\"value\":\"1\"}]}");

    assertThat(keys(machine(false).of(StartedFrom.VSCODE)))
        .containsExactly("route.start.other-editor");
  }

  @Test
  void aWindowOpenedFromTheDesktopHasTheDesktopsEnvironment() {
    own.put(URL, "http://localhost:4");

    var environment = machine(false).of(StartedFrom.DESKTOP);

    assertThat(environment.variables()).containsEntry(URL, "http://localhost:4");
    assertThat(environment.unknown()).isEmpty();
  }

  @Test
  void fromATerminalTheSessionsManagerIsAsked() throws IOException {
    own.put(URL, "http://localhost:1");
    program("systemctl", "echo \"ANTHROPIC_BASE_URL=http://localhost:5\"");

    var environment = machine(true).of(StartedFrom.DESKTOP);

    assertThat(environment.variables()).isEqualTo(Map.of(URL, "http://localhost:5"));
  }

  @Test
  void withoutASessionsManagerItsFilesAreRead() throws IOException {
    own.put("TERM", "xterm-256color");
    program("systemctl", "echo 'Failed to connect to bus' >&2; exit 1");
    var file =
        write(".config/environment.d/50-claude.conf", "ANTHROPIC_BASE_URL=http://localhost:6\n");

    var environment = machine(false).of(StartedFrom.DESKTOP);

    assertThat(environment.variables()).containsEntry(URL, "http://localhost:6");
    assertThat(environment.feeds().getFirst().file()).isEqualTo(Optional.of(file));
    assertThat(keys(environment)).containsExactly("route.start.session-unknown");
  }

  private MachineEnvironments machine(boolean terminal) {
    InstantSource source = () -> now;
    var children = new Surroundings(OperatingSystem.LINUX, own, home);
    return new MachineEnvironments(
        own,
        children,
        home,
        new Processes(own, OperatingSystem.LINUX),
        terminal,
        List.of(URL, "ANTHROPIC_MODEL"),
        clock(source));
  }

  private static Clock clock(InstantSource source) {
    return new Clock() {
      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return source.instant();
      }
    };
  }

  private static List<String> keys(StartEnvironment environment) {
    return environment.unknown().stream().map(Message::key).toList();
  }

  /// A shell that runs this before it does what it is asked.
  private void shell(String startUp) throws IOException {
    own.put(
        "SHELL", program("myshell", startUp + "\nfor last; do :; done\neval \"$last\"").toString());
  }

  private Path program(String name, String script) throws IOException {
    var file = write("bin/" + name, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    own.put("PATH", file.getParent() + ":" + System.getenv("PATH"));
    return file;
  }

  private Path write(String name, String text) throws IOException {
    var file = home.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
