package dev.switchyard.adapter.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-ins are shell scripts")
class DesktopTerminalsTest {
  private final Map<String, String> environment = new HashMap<>();

  @TempDir Path folder;

  @Test
  void findsProgramsOnPathAndFilesByTheirPlace() throws Exception {
    var xterm = script("xterm", "");

    assertThat(terminals().find("xterm")).contains(xterm);
    assertThat(terminals().find("kitty")).isEmpty();
    assertThat(terminals().find(folder.toString())).contains(folder);
    assertThat(terminals().find(folder.resolve("no.app").toString())).isEmpty();
  }

  @Test
  void asksTheDesktopThatIsRunning() throws Exception {
    script(
        "gsettings",
        "[ \"$2\" = org.gnome.desktop.default-applications.terminal ] && echo \"'kgx'\"");
    write("home/.config/xfce4/helpers.rc", "WebBrowser=firefox\nTerminalEmulator=xfce4-terminal\n");
    write("home/.config/kdeglobals", "[General]\nTerminalApplication=konsole\n");

    assertThat(defaultOn("ubuntu:GNOME")).contains("kgx");
    assertThat(defaultOn("XFCE")).contains("xfce4-terminal");
    assertThat(defaultOn("KDE")).contains("konsole");
    assertThat(defaultOn("X-Cinnamon")).isEmpty();
    assertThat(defaultOn("")).isEmpty();
  }

  @Test
  void aTerminalThatFailsAtOnceIsReportedInItsOwnWords() throws Exception {
    var xterm = script("xterm", "echo \"xterm: Xt error: Can't open display: $1\" >&2; exit 1");

    assertThatThrownBy(() -> terminals().open(List.of(xterm.toString(), ":9")))
        .isInstanceOfSatisfying(
            PortException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(PortException.Kind.FAILED);
              assertThat(e.text().toString()).contains("Can't open display: :9");
            });
  }

  @Test
  void aTerminalThatHandsOverToARunningOneAndEndsIsFine() throws Exception {
    var terminal = script("xfce4-terminal", "echo \"$@\" > \"$0.args\"");

    terminals().open(List.of(terminal.toString(), "-x", "a b"));

    assertThat(folder.resolve("xfce4-terminal.args")).hasContent("-x a b\n");
  }

  private Optional<String> defaultOn(String desktop) {
    environment.put("XDG_CURRENT_DESKTOP", desktop);
    return terminals().desktopDefault();
  }

  private DesktopTerminals terminals() {
    environment.put("PATH", folder + ":/usr/bin:/bin");
    var surroundings = new Surroundings(OperatingSystem.LINUX, environment, folder);
    // Only the stand-ins are found, not this machine's own terminals.
    var found = new HashMap<>(environment);
    found.put("PATH", folder.toString());
    return new DesktopTerminals(
        new Processes(surroundings.environment(), OperatingSystem.LINUX),
        new Surroundings(OperatingSystem.LINUX, found, folder),
        folder.resolve("home"),
        folder.resolve("state"));
  }

  private Path script(String name, String body) throws IOException {
    var file = write(name, "#!/bin/sh\n" + body + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Path write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
