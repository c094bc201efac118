package dev.switchyard.domain.route;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A kind of Anthropic's models that Claude Code asks for by an alias, until a variable names
/// another model for it.
public enum Tier {
  OPUS,
  SONNET,
  HAIKU,
  FABLE;

  /// The tier of one of the names that `/model` takes, in any case. `best` is the Opus tier as
  /// well, and `opusplan` works with the Sonnet tier.
  public static Optional<Tier> ofAlias(String name) {
    return Optional.ofNullable(
        switch (name.toLowerCase(Locale.ROOT)) {
          case "opus", "best" -> OPUS;
          case "sonnet", "opusplan" -> SONNET;
          case "haiku" -> HAIKU;
          case "fable" -> FABLE;
          default -> null;
        });
  }

  /// The tier that one of Anthropic's models names as a part of its own name.
  public static Optional<Tier> partOf(String model) {
    var lower = model.toLowerCase(Locale.ROOT);
    return Stream.of(values())
        .filter(tier -> lower.contains(tier.name().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /// The variable that names a model for it.
  public String variable() {
    return "ANTHROPIC_DEFAULT_" + name() + "_MODEL";
  }
}
