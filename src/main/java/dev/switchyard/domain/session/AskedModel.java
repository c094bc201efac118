package dev.switchyard.domain.session;

import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.Tier;
import java.util.Optional;

/// Which model a request names, where the settings or an option name one of Claude Code's aliases.
///
/// Source: measured on Claude Code 2.1.330. An alias stands for what the tier's variable says at
/// the moment of the request, also in a session that began before the variable was set; without any
/// model it is the tier of Opus.
final class AskedModel {
  private static final String DEFAULT = "default";

  private AskedModel() {}

  /// @param name the model, or an alias; empty for Claude Code's own choice
  /// @return empty where Claude Code's own choice remains
  static Optional<String> of(Optional<String> name, EffectiveRoute route) {
    var alias = name.orElse(DEFAULT).strip();
    var tier = alias.equalsIgnoreCase(DEFAULT) ? Optional.of(Tier.OPUS) : Tier.ofAlias(alias);
    return tier.flatMap(one -> model(route, one))
        .or(() -> name)
        .filter(model -> !model.strip().equals(DEFAULT));
  }

  private static Optional<String> model(EffectiveRoute route, Tier tier) {
    return Optional.ofNullable(route.values().get(tier.variable()))
        .map(EffectiveRoute.Setting::value)
        .filter(model -> !model.isBlank());
  }
}
