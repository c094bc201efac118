package dev.switchyard.domain.launch;

import static dev.switchyard.domain.route.text.JsonLiterals.text;

import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.route.RouteKey;
import dev.switchyard.domain.route.RouteKeys;
import dev.switchyard.domain.route.text.Section;
import java.util.stream.Collectors;

/// The settings that take one run of Claude Code out of a local route: every key that such a route
/// owns, blanked in a layer above it.
///
/// The guide's own form, `ANTHROPIC_BASE_URL="" ANTHROPIC_API_KEY=key claude`, does not do that: a
/// settings file beats the environment, so the request stays local, and where the file has no
/// `ANTHROPIC_API_KEY` the real key goes along. Measured on Claude Code 2.1.330.
final class CloudOnceSettings {
  /// The variable that the key travels in. Under its own name a blank in the settings would hide
  /// it.
  static final String KEY_VARIABLE = "SWITCHYARD_CLOUD_KEY";

  private CloudOnceSettings() {}

  /// The file's text. It holds no key: with one in the environment, a helper prints it from there.
  ///
  /// @param keyInEnvironment whether the person's key is in [#KEY_VARIABLE]; otherwise the stored
  ///   login is used
  static String of(String model, boolean keyInEnvironment, OperatingSystem system) {
    var blanks =
        RouteKeys.ALL.stream()
            .filter(RouteKey::cancelled)
            .map(RouteKey::key)
            .filter(key -> key.section() == Section.ENV)
            .map(key -> "    " + text(key.name()) + ": \"\"")
            .collect(Collectors.joining(",\n"));
    return """
    {
      "model": %s,
      "apiKeyHelper": %s,
      "env": {
    %s
      }
    }
    """
        .formatted(text(model), text(keyInEnvironment ? helper(system) : ""), blanks);
  }

  private static String helper(OperatingSystem system) {
    return system == OperatingSystem.WINDOWS
        ? "echo %" + KEY_VARIABLE + "%"
        : "printenv " + KEY_VARIABLE;
  }
}
