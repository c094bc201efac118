package dev.switchyard.domain.start;

import java.util.LinkedHashMap;
import java.util.Map;

/// What `systemctl --user show-environment` prints: a line for each variable, its value quoted as a
/// shell would read it where it holds more than plain characters.
///
/// Source: the manual page systemctl(1). It was not run.
public final class SystemdListing {
  private SystemdListing() {}

  public static Map<String, String> parse(String output) {
    var variables = new LinkedHashMap<String, String>();
    output
        .lines()
        .forEach(line -> {
          int equals = line.indexOf('=');
          if (equals > 0) {
            variables.put(line.substring(0, equals), unquoted(line.substring(equals + 1)));
          }
        });
    return variables;
  }

  private static String unquoted(String value) {
    if (value.length() > 2 && value.startsWith("$'") && value.endsWith("'")) {
      return unescaped(value.substring(2, value.length() - 1));
    }
    boolean isQuoted =
        value.length() > 1
            && (value.startsWith("'") && value.endsWith("'")
                || value.startsWith("\"") && value.endsWith("\""));
    return isQuoted ? value.substring(1, value.length() - 1) : value;
  }

  private static String unescaped(String text) {
    var result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        result.append(meaning(text.charAt(i)));
      } else {
        result.append(c);
      }
    }
    return result.toString();
  }

  private static char meaning(char escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      default -> escaped;
    };
  }
}
