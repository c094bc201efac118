package dev.switchyard.domain.route;

import dev.switchyard.domain.Message;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// Where a value comes from, as far as that is known.
public sealed interface Origin {
  /// The place in a few words, with whole paths.
  default Message text() {
    return text(Path::toString);
  }

  /// The place in a few words.
  ///
  /// @param path how a path is written
  default Message text(Function<Path, String> path) {
    return switch (this) {
      case SettingsFile(var file) -> Message.of("route.origin.file", path.apply(file));
      case Argument() -> Message.of("route.layer.flag");
      case Environment(var feed, var file, var probable) ->
          file.map(known -> Message.of("route.origin.feed", feed, path.apply(known)))
              .or(() ->
                  probable.map(line ->
                      Message.of(
                          "route.origin.probable",
                          feed,
                          path.apply(line.file()),
                          String.valueOf(line.number()))))
              .orElse(feed);
    };
  }

  /// A settings file of Claude Code.
  record SettingsFile(Path file) implements Origin {}

  /// The text of the `--settings` option itself.
  record Argument() implements Origin {}

  /// What Claude Code is started with.
  ///
  /// @param feed what gives it the variable, such as the login shell
  /// @param file the file that is known to say so
  /// @param probable the line that most likely says so: what a shell does with its start-up files
  ///   cannot be known without running them
  record Environment(Message feed, Optional<Path> file, Optional<FileLine> probable)
      implements Origin {}

  /// A line in a file.
  ///
  /// @param number from 1
  record FileLine(Path file, int number) {}
}
