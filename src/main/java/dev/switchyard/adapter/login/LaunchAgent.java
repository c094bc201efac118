package dev.switchyard.adapter.login;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.login.LoginStart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// A property list among the person's launch agents. Source: `launchd.plist(5)`.
final class LaunchAgent implements LoginStart {
  private static final String LABEL = "dev.switchyard";

  private final Path file;
  private final List<String> command;

  LaunchAgent(Path home, List<String> command) {
    this.file = home.resolve("Library/LaunchAgents").resolve(LABEL + ".plist");
    this.command = List.copyOf(command);
  }

  @Override
  public boolean isOn() throws PortException {
    return AtomicFiles.read(file).isPresent();
  }

  @Override
  public void set(boolean on) throws PortException {
    if (on) {
      AtomicFiles.write(file, list().getBytes(StandardCharsets.UTF_8));
    } else {
      AtomicFiles.delete(file);
    }
  }

  private String list() {
    var arguments =
        command.stream()
            .map(LaunchAgent::escaped)
            .map("    <string>%s</string>"::formatted)
            .collect(Collectors.joining("\n"));
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
    <plist version="1.0">
    <dict>
      <key>Label</key>
      <string>%s</string>
      <key>ProgramArguments</key>
      <array>
    %s
      </array>
      <key>RunAtLoad</key>
      <true/>
    </dict>
    </plist>
    """
        .formatted(LABEL, arguments);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
