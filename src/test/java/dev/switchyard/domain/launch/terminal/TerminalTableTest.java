package dev.switchyard.domain.launch.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.OperatingSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "paths are written as on Unix")
class TerminalTableTest {
  private static final Path SCRIPT = Path.of("/st ate/it's.sh");
  private static final Path FOLDER = Path.of("/my proj");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          LINUX;   xterm;            [/p, -T, My title, -e, /st ate/it's.sh]
          LINUX;   gnome-terminal;   [/p, --working-directory=/my proj, --, /st ate/it's.sh]
          LINUX;   ptyxis;           [/p, --new-window, -d, /my proj, --, /st ate/it's.sh]
          LINUX;   kgx;              [/p, --working-directory=/my proj, --, /st ate/it's.sh]
          LINUX;   konsole;          [/p, --separate, --workdir, /my proj, -e, /st ate/it's.sh]
          LINUX;   xfce4-terminal;   [/p, --working-directory=/my proj, -x, /st ate/it's.sh]
          LINUX;   kitty;            [/p, --directory, /my proj, /st ate/it's.sh]
          LINUX;   alacritty;        [/p, --working-directory, /my proj, -e, /st ate/it's.sh]
          LINUX;   wezterm;          [/p, start, --cwd, /my proj, --, /st ate/it's.sh]
          LINUX;   ghostty;          [/p, --working-directory=/my proj, -e, /st ate/it's.sh]
          LINUX;   foot;             [/p, -D, /my proj, /st ate/it's.sh]
          LINUX;   tilix;            [/p, --working-directory=/my proj, -e, '/st ate/it'\\''s.sh']
          LINUX;   lxterminal;       [/p, --no-remote, --working-directory=/my proj, -e, '/st ate/it'\\''s.sh']
          LINUX;   xdg-terminal-exec; [/p, /st ate/it's.sh]
          LINUX;   x-terminal-emulator; [/p, -e, /st ate/it's.sh]
          MACOS;   terminal-app;     [/usr/bin/open, -a, Terminal, /st ate/it's.sh]
          MACOS;   iterm2;           [/usr/bin/open, -a, iTerm, /st ate/it's.sh]
          MACOS;   kitty;            [/p, --directory, /my proj, /st ate/it's.sh]
          MACOS;   wezterm;          [/p, start, --cwd, /my proj, --, /st ate/it's.sh]
          MACOS;   alacritty;        [/p, --working-directory, /my proj, -e, /st ate/it's.sh]
          WINDOWS; windows-terminal; [/p, -w, new, cmd.exe, /c, /st ate/it's.sh]
          WINDOWS; powershell;       [cmd.exe, /c, start, My title, /p, -NoLogo, -ExecutionPolicy, Bypass, -File, /st ate/it's.sh]
          WINDOWS; cmd;              [cmd.exe, /c, start, My title, /p, /c, /st ate/it's.sh]
          """)
  void eachIsToldInItsOwnWay(OperatingSystem system, String id, String expected) {
    var row = TerminalTable.find(system, id).orElseThrow();

    assertThat(row.command(Path.of("/p"), SCRIPT, FOLDER, "My title")).hasToString(expected);
  }

  @Test
  void everyRowIsTestedAboveAndHasAnIdOfItsOwn() {
    var ids = new ArrayList<String>();
    for (var system : OperatingSystem.values()) {
      TerminalTable.of(system).forEach(row -> ids.add(system + " " + row.id()));
    }

    assertThat(ids).doesNotHaveDuplicates().hasSize(23);
  }

  @Test
  void aScriptsNameEndsAsItsTerminalNeedsIt() {
    assertThat(List.of(OperatingSystem.values()))
        .extracting(system -> TerminalTable.of(system).getFirst().language().suffix())
        .containsExactly("", ".command", ".cmd");
  }
}
