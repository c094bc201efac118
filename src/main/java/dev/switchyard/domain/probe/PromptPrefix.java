package dev.switchyard.domain.probe;

import java.util.List;
import java.util.Optional;

/// What a request says before the person's first words: system blocks, tools, and the system's part
/// of the messages, which servers put in front. Two conversations whose prefixes are equal byte for
/// byte need it processed only once.
///
/// @param parts in the order in which a server processes them
public record PromptPrefix(List<Part> parts) {
  /// @param name where it stands in the request, such as `system[0]` or `tools`
  /// @param digest SHA-256 of its bytes, hexadecimal; the bytes themselves are not kept
  public record Part(String name, String digest) {}

  public PromptPrefix {
    parts = List.copyOf(parts);
  }

  /// The first part that is another one, or is there in one of the two only.
  ///
  /// @return empty where both are equal
  public Optional<String> firstDifference(PromptPrefix other) {
    int common = Math.min(parts.size(), other.parts.size());
    for (int i = 0; i < common; i++) {
      if (!parts.get(i).equals(other.parts.get(i))) {
        return Optional.of(parts.get(i).name());
      }
    }
    var longer = parts.size() > common ? parts : other.parts;
    return longer.stream().skip(common).findFirst().map(Part::name);
  }
}
