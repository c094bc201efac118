package dev.switchyard.domain.route.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How a document is laid out, read off its own first members, so that new ones look like their
/// neighbours.
///
/// @param lineEnd the document's line end; empty where the whole document stands on one line
/// @param indent one step of indentation
/// @param colon what stands between a name and its value
/// @param padding what stands inside the braces of a one-line object
record Layout(String lineEnd, String indent, String colon, String padding) {
  static Layout of(JsonDocument document) {
    var text = new String(document.bytes(), UTF_8);
    var lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    if (!(document.root().orElse(null) instanceof JsonValue.Structure root)
        || root.members().isEmpty()) {
      return new Layout(lineEnd, "  ", ": ", "");
    }
    var first = root.members().getFirst();
    var before = slice(document, root.start() + 1, first.start());
    var oneLine = !before.contains("\n");
    var indent = before.substring(before.lastIndexOf('\n') + 1);
    return new Layout(
        oneLine ? "" : lineEnd,
        oneLine ? "" : indent,
        colon(document, first),
        oneLine ? before : "");
  }

  /// A whole object.
  ///
  /// @param depth how many objects it lies in
  String object(Map<String, String> members, int depth) {
    return "{" + filling(members(members), depth) + "}";
  }

  /// A whole array.
  ///
  /// @param depth how many objects it lies in
  String array(List<String> elements, int depth) {
    return "[" + filling(elements, depth) + "]";
  }

  /// Entries for a container that has some, each led by a comma.
  String additions(JsonDocument document, JsonValue.Container container, List<String> entries) {
    var separator = separator(document, container);
    return entries.stream().map(entry -> "," + separator + entry).collect(Collectors.joining());
  }

  /// Entries in place of all that a container had.
  String replacements(JsonDocument document, JsonValue.Container container, List<String> entries) {
    return String.join("," + separator(document, container), entries);
  }

  /// Members as they stand in an object, without what is between them.
  List<String> members(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> JsonLiterals.text(member.getKey()) + colon + member.getValue())
        .toList();
  }

  /// Entries with all that stands inside the braces or brackets of a container of their own.
  ///
  /// @param depth how many objects it lies in
  String filling(List<String> entries, int depth) {
    if (lineEnd.isEmpty()) {
      return padding + String.join("," + gap(), entries) + padding;
    }
    var separator = lineEnd + indent.repeat(depth + 1);
    return separator + String.join("," + separator, entries) + lineEnd + indent.repeat(depth);
  }

  private String gap() {
    return padding.isEmpty() && colon.equals(":") ? "" : " ";
  }

  /// What stands before the last member; blank lines that group members are not repeated.
  private String separator(JsonDocument document, JsonValue.Container container) {
    var members = container.members();
    if (members.size() == 1) {
      var before = slice(document, container.start() + 1, members.getFirst().start());
      return before.contains("\n") ? lastLine(before) : gap();
    }
    int begin = members.get(members.size() - 2).end();
    int stop = members.getLast().start();
    var between = slice(document, begin, stop);
    var blank = between.substring(between.indexOf(',') + 1);
    return blank.contains("\n") ? lastLine(blank) : blank;
  }

  private String lastLine(String blank) {
    var newLine = blank.lastIndexOf('\n');
    var end = newLine > 0 && blank.charAt(newLine - 1) == '\r' ? "\r\n" : "\n";
    return end + blank.substring(newLine + 1);
  }

  private static String colon(JsonDocument document, JsonValue.Member member) {
    var bytes = document.bytes();
    int at = member.start() + 1;
    while (bytes[at] != '"') {
      at += bytes[at] == '\\' ? 2 : 1;
    }
    var colon = slice(document, at + 1, member.value().start());
    return colon.contains("\n") ? ": " : colon;
  }

  private static String slice(JsonDocument document, int start, int end) {
    return new String(document.bytes(), start, end - start, UTF_8);
  }
}
