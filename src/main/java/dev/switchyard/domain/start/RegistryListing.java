package dev.switchyard.domain.start;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `reg query KEY` prints of a registry key that holds environment variables: a line each,
/// indented, with name, type and data, four blanks between them.
///
/// Source: Microsoft's documentation of `reg query` and of the environment's registry keys. It was
/// not run on Windows.
public final class RegistryListing {
  private static final Pattern VALUE =
      Pattern.compile("^ {4}(?<name>\\S.*?) {4}(?<type>REG_SZ|REG_EXPAND_SZ)(?: {4}(?<data>.*))?$");

  private static final Pattern REFERENCE = Pattern.compile("%(?<name>[^%=]+)%");

  private RegistryListing() {}

  /// @param known variables that data of the type REG_EXPAND_SZ may refer to as `%NAME%`
  /// @return the variables; Windows does not tell capitals in their names
  public static Map<String, String> parse(String output, Map<String, String> known) {
    var names = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    names.putAll(known);
    var variables = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    output
        .lines()
        .map(VALUE::matcher)
        .filter(Matcher::matches)
        .forEach(match -> {
          var data = Optional.ofNullable(match.group("data")).orElse("");
          var value = match.group("type").endsWith("EXPAND_SZ") ? expanded(data, names) : data;
          variables.put(match.group("name").toUpperCase(Locale.ROOT), value);
        });
    return variables;
  }

  /// What is not known stays as it stands there, as Windows itself leaves it.
  private static String expanded(String data, Map<String, String> known) {
    return REFERENCE
        .matcher(data)
        .replaceAll(match ->
            Matcher.quoteReplacement(known.getOrDefault(match.group("name"), match.group())));
  }
}
