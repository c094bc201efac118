package dev.switchyard.domain.project;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
    var text = text(content);
    if (text.lines().anyMatch(existing -> existing.strip().equals(asRead(line)))) {
      return Optional.empty();
    }
    var lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    var separator = text.isEmpty() || text.endsWith("\n") ? "" : lineEnd;
    return Optional.of(new AddedLine(file, separator + line + lineEnd, content.isEmpty()));
  }

  public byte[] addedTo(Optional<byte[]> content) {
    return (text(content) + asRead(text)).getBytes(ISO_8859_1);
  }

  /// The content without the addition; as it is where somebody has removed it already.
  ///
  /// @return empty when the file is to be removed
  public Optional<byte[]> removedFrom(Optional<byte[]> content) {
    if (content.isEmpty()) {
      return content;
    }
    var now = text(content);
    var added = asRead(text);
    var at = wholeLines(now, added);
    var rest = at < 0 ? now : now.substring(0, at) + now.substring(at + added.length());
    return createdFile && rest.isEmpty()
        ? Optional.empty()
        : Optional.of(rest.getBytes(ISO_8859_1));
  }

  /// Where the addition stands, not counting the end of a longer line; -1 where it does not.
  private static int wholeLines(String text, String added) {
    int at = text.lastIndexOf(added);
    while (at > 0
        && !added.startsWith("\n")
        && !added.startsWith("\r")
        && text.charAt(at - 1) != '\n') {
      at = text.lastIndexOf(added, at - 1);
    }
    return at;
  }

  /// One character for each byte: git asks for no encoding, and what stands there must stay.
  private static String text(Optional<byte[]> content) {
    return content.map(bytes -> new String(bytes, ISO_8859_1)).orElse("");
  }

  private static String asRead(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
