package dev.switchyard.domain.route;

import dev.switchyard.domain.route.option.RouteOptions;
import dev.switchyard.domain.route.text.JsonLiterals;
import dev.switchyard.domain.route.text.SettingKey;
import dev.switchyard.domain.route.text.Standing;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// What a person has chosen of a route's options before: the journal knows what was written.
final class RememberedOptions {
  private static final String EMPTY = JsonLiterals.text("");
  private static final SettingKey BASE_URL = SettingKey.env("ANTHROPIC_BASE_URL");
  private static final SettingKey CONTEXT = SettingKey.env("CLAUDE_CODE_MAX_CONTEXT_TOKENS");

  private RememberedOptions() {}

  /// @param files the settings files that may hold the route, the one that is to be written first
  /// @return what differs from what was usual for the context then; for another one, something else
  ///   may be usual
  static RouteOptions of(Journal journal, Stream<Path> files) {
    return files
        .flatMap(file -> journal.baseline(file).stream())
        .map(Journal.Baseline::left)
        .filter(left -> left.value(BASE_URL).filter(url -> !url.equals(EMPTY)).isPresent())
        .findFirst()
        .map(RememberedOptions::chosen)
        .orElse(RouteOptions.UNNAMED);
  }

  private static RouteOptions chosen(Standing left) {
    var standing =
        RouteOptions.standing(
            (key, text) -> left.value(key).equals(Optional.of(JsonLiterals.text(text))));
    return left.value(CONTEXT)
        .flatMap(RememberedOptions::number)
        .map(context -> standing.otherThan(RouteOptions.usual(context)))
        .orElse(standing);
  }

  private static Optional<Integer> number(String raw) {
    return Optional.of(raw.replace("\"", ""))
        .filter(digits -> digits.matches("\\d{1,9}"))
        .map(Integer::valueOf);
  }
}
