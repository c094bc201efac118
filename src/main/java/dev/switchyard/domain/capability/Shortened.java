package dev.switchyard.domain.capability;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Makes evidence short enough to be read and kept, and takes out what looks like a key: a gateway
/// may repeat one of its own in an error.
public final class Shortened {
  /// Of an answer, in characters.
  public static final int MOST_CHARACTERS = 2_000;

  private static final int MOST_OF_A_VALUE = 160;
  private static final Pattern KEY = Pattern.compile("\\b(sk|key|pat|ghp)[-_][A-Za-z0-9_-]{8,}");

  private Shortened() {}

  /// A text that a server wrote.
  public static String text(String text) {
    return withoutKeys(cut(text, MOST_CHARACTERS));
  }

  /// The same JSON value with its long texts cut.
  public static Object json(Object value) {
    return switch (value) {
      case Map<?, ?> object -> {
        var shortened = new LinkedHashMap<String, Object>();
        object.forEach((name, field) -> shortened.put(name.toString(), json(field)));
        yield shortened;
      }
      case List<?> array -> array.stream().map(Shortened::json).toList();
      case String text -> withoutKeys(cut(text, MOST_OF_A_VALUE));
      default -> value;
    };
  }

  private static String cut(String text, int most) {
    return text.length() <= most
        ? text
        : text.substring(0, most) + "… (" + text.length() + " characters)";
  }

  private static String withoutKeys(String text) {
    return KEY.matcher(text).replaceAll("$1-…");
  }
}
