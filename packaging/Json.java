import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/// JSON, as far as the build writes any.
final class Json {
  private Json() {}

  static String text(String text) {
    var quoted = new StringBuilder("\"");
    for (char letter : text.toCharArray()) {
      switch (letter) {
        case '"', '\\' -> quoted.append('\\').append(letter);
        case '\n' -> quoted.append("\\n");
        default -> {
          if (letter < ' ') {
            quoted.append("\\u%04x".formatted((int) letter));
          } else {
            quoted.append(letter);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  /// @param fields their values are JSON already
  static String object(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> text(field.getKey()) + ":" + field.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  /// @param items JSON already
  static String array(Collection<String> items) {
    return String.join(",", items).transform(all -> "[" + all + "]");
  }
}
