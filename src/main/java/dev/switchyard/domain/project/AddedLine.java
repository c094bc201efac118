package dev.switchyard.domain.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Optional;

/// A line that was added to the end of a file of git's, so that it can be taken away again.
///
/// @param file where
/// @param text exactly what was added, line ends included
/// @param createdFile whether the file was not there before
public record AddedLine(Path file, String text, boolean createdFile) {
  /// The addition that a file needs, empty where the line stands in it already.
  public static Optional<AddedLine> needed(Path file, Optional<byte[]> content, String line) {
    var text = content.map(bytes -> new String(bytes, UTF_8)).orElse("");
    if (text.lines().anyMatch(existing -> existing.strip().equals(line))) {
      return Optional.empty();
    }
    var lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    var separator = text.isEmpty() || text.endsWith("\n") ? "" : lineEnd;
    return Optional.of(new AddedLine(file, separator + line + lineEnd, content.isEmpty()));
  }

  public byte[] addedTo(Optional<byte[]> content) {
    return (content.map(bytes -> new String(bytes, UTF_8)).orElse("") + text).getBytes(UTF_8);
  }

  /// The content without the addition; as it is where somebody has removed it already.
  ///
  /// @return empty when the file is to be removed
  public Optional<byte[]> removedFrom(Optional<byte[]> content) {
    if (content.isEmpty()) {
      return content;
    }
    var now = new String(content.get(), UTF_8);
    var at = now.lastIndexOf(text);
    var rest = at < 0 ? now : now.substring(0, at) + now.substring(at + text.length());
    return createdFile && rest.isEmpty() ? Optional.empty() : Optional.of(rest.getBytes(UTF_8));
  }
}
