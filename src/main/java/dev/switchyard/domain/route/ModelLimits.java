package dev.switchyard.domain.route;

import dev.switchyard.domain.route.text.SettingKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Lists of models that Claude Code goes by: a model that they exclude is not asked for, whatever
/// names it, but the default in its place.
///
/// Source: measured on Claude Code 2.1.330. `deniedModels` counts only in an administrator's file.
///
/// @param available what is allowed, empty for everything
/// @param denied what is not
record ModelLimits(Optional<List<String>> available, List<String> denied) {
  private static final Set<Layer> ALL = EnumSet.allOf(Layer.class);

  static ModelLimits of(EffectiveSettings settings) {
    return new ModelLimits(
        settings.texts(SettingKey.top("availableModels"), ALL),
        settings.texts(SettingKey.top("deniedModels"), Set.of(Layer.MANAGED)).orElse(List.of()));
  }

  boolean excludes(String model) {
    return denied.contains(model) || available.filter(list -> !list.contains(model)).isPresent();
  }
}
