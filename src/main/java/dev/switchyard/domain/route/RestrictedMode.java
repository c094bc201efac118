package dev.switchyard.domain.route;

import java.util.List;
import java.util.Set;

/// Claude Code's restricted mode: of all settings it takes only the administrator's, those of
/// `--settings`, and the environment.
///
/// Source: measured on Claude Code 2.1.330. `--restricted` switches it on too; in a settings file
/// the variable does nothing.
public final class RestrictedMode {
  static final String VARIABLE = "CLAUDE_CODE_RESTRICTED";

  /// The layers whose files are not even read.
  public static final Set<Layer> LEAVES_OUT = Set.of(Layer.USER, Layer.PROJECT, Layer.LOCAL);

  private RestrictedMode() {}

  public static boolean isOn(StartEnvironment environment) {
    return EffectiveSettings.isOnValue(environment.variables().getOrDefault(VARIABLE, ""));
  }

  /// What of these counts.
  static RouteInputs counting(RouteInputs inputs) {
    if (!isOn(inputs.process())) {
      return inputs;
    }
    var layers =
        inputs.layers().stream().filter(layer -> !LEAVES_OUT.contains(layer.layer())).toList();
    return new RouteInputs(
        inputs.folder(),
        layers,
        inputs.process(),
        inputs.model(),
        inputs.account(),
        List.of(),
        inputs.knowledge());
  }
}
