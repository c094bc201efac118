package dev.switchyard.domain.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Those options of a session that decide about its route.
///
/// @param model the argument of `--model`
/// @param settings the argument of `--settings`: a file, or JSON, which may hold a credential and
///   is never shown
/// @param settingSources the argument of `--setting-sources`
/// @param restricted whether `--restricted` is among them
/// @param resumes whether it goes on with an earlier conversation
/// @param prints whether it answers once and ends, as `-p` does
public record SessionOptions(
    Optional<String> model,
    Optional<String> settings,
    Optional<String> settingSources,
    boolean restricted,
    boolean resumes,
    boolean prints) {
  public static SessionOptions parse(List<String> arguments) {
    return new SessionOptions(
        value(arguments, "--model"),
        value(arguments, "--settings"),
        value(arguments, "--setting-sources"),
        has(arguments, "--restricted"),
        has(arguments, "-c", "--continue", "-r", "--resume"),
        has(arguments, "-p", "--print"));
  }

  /// Whether `--settings` holds the settings themselves instead of naming a file.
  public boolean hasInlineSettings() {
    return settings.map(String::strip).filter(text -> text.startsWith("{")).isPresent();
  }

  /// Whether something else than the folder's settings has a say.
  public boolean decide() {
    return model.isPresent() || settings.isPresent() || settingSources.isPresent() || restricted;
  }

  /// As the program reads it, the last one counts.
  private static Optional<String> value(List<String> arguments, String option) {
    return values(arguments, option).stream().reduce((_, last) -> last);
  }

  /// What is given for an option each time it is named: behind `=`, or as the next word.
  public static List<String> values(List<String> arguments, String option) {
    var values = new ArrayList<String>();
    for (int i = 0; i < arguments.size(); i++) {
      var word = arguments.get(i);
      if (word.startsWith(option + "=")) {
        values.add(word.substring(option.length() + 1));
      } else if (word.equals(option) && i + 1 < arguments.size()) {
        values.add(arguments.get(i + 1));
      }
    }
    return values;
  }

  private static boolean has(List<String> arguments, String... options) {
    return arguments.stream()
        .anyMatch(word ->
            List.of(options).stream()
                .anyMatch(option -> word.equals(option) || word.startsWith(option + "=")));
  }
}
