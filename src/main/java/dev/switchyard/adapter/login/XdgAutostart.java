package dev.switchyard.adapter.login;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.login.LoginStart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// A desktop entry in the autostart folder. Source: freedesktop.org, Desktop Application Autostart
/// Specification and Desktop Entry Specification.
final class XdgAutostart implements LoginStart {
  private final Path file;
  private final List<String> command;

  XdgAutostart(Path folder, List<String> command) {
    this.file = folder.resolve("dev.switchyard.desktop");
    this.command = List.copyOf(command);
  }

  /// A desktop's own settings switch an entry off by a line in it.
  @Override
  public boolean isOn() throws PortException {
    return AtomicFiles.read(file)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .filter(text ->
            text.lines()
                .map(line -> line.replace(" ", ""))
                .noneMatch(line ->
                    line.equals("Hidden=true") || line.equals("X-GNOME-Autostart-enabled=false")))
        .isPresent();
  }

  @Override
  public void set(boolean on) throws PortException {
    if (on) {
      AtomicFiles.write(file, entry().getBytes(StandardCharsets.UTF_8));
    } else {
      AtomicFiles.delete(file);
    }
  }

  private String entry() {
    return """
    [Desktop Entry]
    Type=Application
    Name=Switchyard
    Exec=%s
    Icon=switchyard
    Terminal=false
    """
        .formatted(command.stream().map(XdgAutostart::quoted).collect(Collectors.joining(" ")));
  }

  /// Quoted as an argument of Exec, and then escaped as every value of an entry.
  static String quoted(String argument) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < argument.length(); i++) {
      char each = argument.charAt(i);
      if ("\"`$\\".indexOf(each) >= 0) {
        quoted.append('\\');
      } else if (each == '%') {
        quoted.append('%');
      }
      quoted.append(each);
    }
    return quoted.append('"').toString().replace("\\", "\\\\");
  }
}
