package dev.switchyard.domain.launch;

import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.Layer;
import dev.switchyard.domain.route.LocalRoute;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The variables that a launch repeats a local route with.
///
/// The settings files say the same and more, but Claude Code reads a project's only after it has
/// asked for a login on a machine where nobody has logged in. As the weakest layer these contradict
/// nothing; and they hide a key of the terminal that no file hides.
public final class LaunchVariables {
  static final String KEY = "ANTHROPIC_API_KEY";

  private LaunchVariables() {}

  /// @return in the order in which they are written; none for a route to the cloud
  public static Map<String, String> of(EffectiveRoute route) {
    var variables = new LinkedHashMap<String, String>();
    if (!route.destination().leavesCloud()) {
      return variables;
    }
    variables.put("ANTHROPIC_BASE_URL", route.baseUrl());
    var token = Optional.ofNullable(route.values().get("ANTHROPIC_AUTH_TOKEN"));
    if (!token.map(setting -> setting.winner() == Layer.PROCESS).orElse(false)) {
      variables.put("ANTHROPIC_AUTH_TOKEN", LocalRoute.PLACEHOLDER);
    }
    variables.put(KEY, "");
    return variables;
  }
}
