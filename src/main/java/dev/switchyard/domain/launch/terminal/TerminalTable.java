package dev.switchyard.domain.launch.terminal;

import static dev.switchyard.domain.OperatingSystem.LINUX;
import static dev.switchyard.domain.OperatingSystem.MACOS;
import static dev.switchyard.domain.OperatingSystem.WINDOWS;

import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.launch.terminal.Terminal.ScriptLanguage;
import java.util.List;
import java.util.Optional;

/// All terminals that Switchyard knows. A new one is one row here and one line in its test.
///
/// The rows of Linux marked "tried" were run; the others follow their own documentation.
public final class TerminalTable {
  /// The person's choice by the desktop's own means, in the order in which they are asked.
  static final String XDG = "xdg-terminal-exec";

  static final String ALTERNATIVE = "x-terminal-emulator";

  private static final List<Terminal> ROWS =
      List.of(
          // Tried: xterm, GNOME Terminal, Konsole, Xfce, kitty, Alacritty, LXTerminal, Tilix.
          linux(
              "gnome-terminal",
              "GNOME Terminal",
              "gnome-terminal",
              "{program} --working-directory={folder} -- {script}"),
          linux("ptyxis", "Ptyxis", "ptyxis", "{program} --new-window -d {folder} -- {script}"),
          linux(
              "kgx", "GNOME Console", "kgx", "{program} --working-directory={folder} -- {script}"),
          linux(
              "konsole",
              "Konsole",
              "konsole",
              "{program} --separate --workdir {folder} -e {script}"),
          linux(
              "xfce4-terminal",
              "Xfce Terminal",
              "xfce4-terminal",
              "{program} --working-directory={folder} -x {script}"),
          linux("kitty", "kitty", "kitty", "{program} --directory {folder} {script}"),
          linux(
              "ghostty",
              "Ghostty",
              "ghostty",
              "{program} --working-directory={folder} -e {script}"),
          linux("wezterm", "WezTerm", "wezterm", "{program} start --cwd {folder} -- {script}"),
          linux(
              "alacritty",
              "Alacritty",
              "alacritty",
              "{program} --working-directory {folder} -e {script}"),
          linux("foot", "foot", "foot", "{program} -D {folder} {script}"),
          linux(
              "tilix",
              "Tilix",
              "tilix",
              "{program} --working-directory={folder} -e {quoted-script}"),
          linux(
              "lxterminal",
              "LXTerminal",
              "lxterminal",
              "{program} --no-remote --working-directory={folder} -e {quoted-script}"),
          linux("xterm", "xterm", "xterm", "{program} -T {title} -e {script}"),
          linux(XDG, "xdg-terminal-exec", XDG, "{program} {script}"),
          linux(ALTERNATIVE, "x-terminal-emulator", ALTERNATIVE, "{program} -e {script}"),
          // A file with this ending opens without the permission that scripting Terminal would ask
          // for.
          mac(
              "terminal-app",
              "Terminal",
              "/System/Applications/Utilities/Terminal.app",
              "/usr/bin/open -a Terminal {script}"),
          mac("iterm2", "iTerm2", "/Applications/iTerm.app", "/usr/bin/open -a iTerm {script}"),
          mac(
              "kitty",
              "kitty",
              "/Applications/kitty.app/Contents/MacOS/kitty",
              "{program} --directory {folder} {script}"),
          mac(
              "wezterm",
              "WezTerm",
              "/Applications/WezTerm.app/Contents/MacOS/wezterm",
              "{program} start --cwd {folder} -- {script}"),
          mac(
              "alacritty",
              "Alacritty",
              "/Applications/Alacritty.app/Contents/MacOS/alacritty",
              "{program} --working-directory {folder} -e {script}"),
          // A console program inherits our streams and has no window: `start` gives it both.
          windows(
              "windows-terminal",
              "Windows Terminal",
              "wt",
              "{program} -w new cmd.exe /c {script}",
              ScriptLanguage.CMD),
          windows(
              "powershell",
              "PowerShell",
              "powershell",
              "cmd.exe /c start {title} {program} -NoLogo -ExecutionPolicy Bypass -File {script}",
              ScriptLanguage.POWERSHELL),
          windows(
              "cmd",
              "Command Prompt",
              "cmd",
              "cmd.exe /c start {title} {program} /c {script}",
              ScriptLanguage.CMD));

  private TerminalTable() {}

  /// The rows of one system, in the order in which they are tried when nothing says which one the
  /// person uses.
  public static List<Terminal> of(OperatingSystem system) {
    return ROWS.stream().filter(row -> row.system() == system).toList();
  }

  public static Optional<Terminal> find(OperatingSystem system, String id) {
    return of(system).stream().filter(row -> row.id().equals(id)).findFirst();
  }

  /// A terminal that is not in the table: since xterm, `-e` is what nearly all of them understand.
  static Terminal unknown(String program) {
    return linux(program, program, program, "{program} -e {script}");
  }

  private static Terminal linux(String id, String name, String program, String command) {
    return new Terminal(id, name, LINUX, List.of(program), words(command), ScriptLanguage.SH);
  }

  private static Terminal mac(String id, String name, String program, String command) {
    return new Terminal(
        id, name, MACOS, List.of(program), words(command), ScriptLanguage.SH_COMMAND);
  }

  private static Terminal windows(
      String id, String name, String program, String command, ScriptLanguage language) {
    return new Terminal(id, name, WINDOWS, List.of(program), words(command), language);
  }

  private static List<String> words(String command) {
    return List.of(command.split(" "));
  }
}
