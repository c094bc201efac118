package dev.switchyard.domain.route.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Turns wanted texts of an array into splices: every other element stays where and as it is.
///
/// A text that is there already is not added. Of one that is there twice, one is taken out: the
/// other is not ours.
final class ElementEdits {
  private final EntrySplices entries;

  ElementEdits(EntrySplices entries) {
    this.entries = entries;
  }

  /// @param depth how many objects the array lies in
  /// @param values for each text itself as JSON, empty to take it out
  void applyTo(JsonValue.Array array, int depth, Map<String, Optional<String>> values) {
    var there =
        array.members().stream()
            .map(JsonValue.Member::name)
            .collect(Collectors.toUnmodifiableSet());
    var added =
        values.entrySet().stream()
            .filter(entry -> !there.contains(entry.getKey()))
            .flatMap(entry -> entry.getValue().stream())
            .toList();
    entries.addAndRemove(array, depth, added, removed(array.members(), values));
  }

  private static Set<JsonValue.Member> removed(
      List<JsonValue.Member> elements, Map<String, Optional<String>> values) {
    return values.entrySet().stream()
        .filter(entry -> entry.getValue().isEmpty())
        .flatMap(entry -> first(elements, entry.getKey()).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<JsonValue.Member> first(List<JsonValue.Member> elements, String text) {
    return elements.stream().filter(element -> element.name().equals(text)).findFirst();
  }
}
