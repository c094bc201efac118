package dev.switchyard.domain.route;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.text.SettingsText;
import java.nio.file.Path;

/// One settings file that Claude Code looks for.
///
/// @param layer how strong it is
/// @param file where it would stand
/// @param content what was found there
public record SettingsLayer(Layer layer, Path file, Content content) {
  /// Stands in the file's place where `--settings` is given the text itself.
  static final Path INLINE = Path.of("--settings");

  Origin origin() {
    return layer == Layer.FLAG && file.equals(INLINE)
        ? new Origin.Argument()
        : new Origin.SettingsFile(file);
  }

  /// What was found in a settings file's place.
  public sealed interface Content {
    /// No file, or an empty one.
    record Absent() implements Content {}

    record Loaded(SettingsText text) implements Content {}

    /// Claude Code skips the file as a whole.
    ///
    /// @param reason why, and where in the file
    record Skipped(Message reason) implements Content {}
  }
}
