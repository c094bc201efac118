package dev.switchyard.domain.route;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.ReadableFiles;
import dev.switchyard.domain.route.text.SettingsText;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What settings files hold, as Claude Code would load them.
sealed interface SettingsContents {
  /// @throws PortException CANCELLED; what cannot be read is an answer
  SettingsLayer.Content of(Layer layer, Path file) throws PortException;

  /// Reads a file whenever it is asked for.
  record Fresh(ReadableFiles files) implements SettingsContents {
    @Override
    public SettingsLayer.Content of(Layer layer, Path file) throws PortException {
      Optional<byte[]> bytes;
      try {
        bytes = files.read(file);
      } catch (PortException e) {
        if (e.kind() == PortException.Kind.CANCELLED) {
          throw e;
        }
        // What cannot be read here, such as a folder in the file's place, Claude Code cannot
        // either.
        return new SettingsLayer.Content.Skipped(e.text());
      }
      if (bytes.isEmpty()) {
        return new SettingsLayer.Content.Absent();
      }
      try {
        var text =
            layer == Layer.MANAGED
                ? SettingsText.parseManaged(file, bytes.get())
                : SettingsText.parseForReading(file, bytes.get());
        return text.isBlank()
            ? new SettingsLayer.Content.Absent()
            : new SettingsLayer.Content.Loaded(text);
      } catch (PortException e) {
        return new SettingsLayer.Content.Skipped(e.text());
      }
    }
  }

  /// Reads a file once: for a look at many folders that share some.
  final class Remembered implements SettingsContents {
    private final SettingsContents fresh;
    private final Map<Path, SettingsLayer.Content> known = new HashMap<>();

    Remembered(SettingsContents fresh) {
      this.fresh = fresh;
    }

    @Override
    public SettingsLayer.Content of(Layer layer, Path file) throws PortException {
      var content = known.get(file);
      if (content == null) {
        content = fresh.of(layer, file);
        known.put(file, content);
      }
      return content;
    }
  }
}
