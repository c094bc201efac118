package dev.switchyard.domain.route;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.ReadableFiles;
import dev.switchyard.domain.route.text.SettingsText;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// The layer that `claude --settings` adds. Unlike a settings file that is looked up, it must be
/// there and be JSON: Claude Code 2.1.330 does not start otherwise. One with a value of the wrong
/// type is skipped as a whole, like any other.
///
/// @param folder where Claude Code is started, which a relative file is looked up from
record SettingsFlag(ReadableFiles files, Path folder) {
  /// @param argument a JSON object, or the name of a file that holds one
  /// @throws PortException MISSING, MALFORMED, or what reading the file gives
  SettingsLayer layer(String argument) throws PortException {
    var text = argument.strip();
    if (text.startsWith("{") && text.endsWith("}")) {
      return layer(SettingsLayer.INLINE, text.getBytes(StandardCharsets.UTF_8));
    }
    var file = file(text);
    var content = files.read(file);
    return layer(file, content.orElseThrow(() -> missing(file.toString())));
  }

  private static SettingsLayer layer(Path file, byte[] content) throws PortException {
    return new SettingsLayer(Layer.FLAG, file, content(file, content));
  }

  private static SettingsLayer.Content content(Path file, byte[] content) throws PortException {
    try {
      return new SettingsLayer.Content.Loaded(SettingsText.parseForReading(file, content));
    } catch (PortException e) {
      if (e.kind() != PortException.Kind.REFUSED) {
        throw e;
      }
      return new SettingsLayer.Content.Skipped(e.text());
    }
  }

  private Path file(String text) throws PortException {
    try {
      return folder.resolve(text).normalize();
    } catch (InvalidPathException _) {
      throw missing(text);
    }
  }

  private static PortException missing(String name) {
    return new PortException(PortException.Kind.MISSING, Message.of("route.flag-missing", name));
  }
}
