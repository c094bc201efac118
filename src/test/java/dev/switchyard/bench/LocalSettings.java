package dev.switchyard.bench;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.LocalRoute;
import dev.switchyard.domain.route.RouteCredential;
import dev.switchyard.domain.route.RouteKeys;
import dev.switchyard.domain.route.option.RouteOptions;
import dev.switchyard.domain.route.text.SettingsText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// A settings file with a person's own permissions and hooks, and a local route.
final class LocalSettings {
  static final String OWN =
      """
      {
        "permissions": { "allow": [ "Bash(npm test)", "Bash(git diff:*)" ], "deny": [ "Read(./.env)" ] },
        "hooks": { "PostToolUse": [ { "matcher": "Edit", "hooks": [ { "type": "command", "command": "make fmt" } ] } ] },
        "statusLine": { "type": "command", "command": "~/bin/line" }
      }
      """;

  private LocalSettings() {}

  static String text() {
    var route =
        new LocalRoute(
            "http://localhost:11434",
            RouteCredential.placeholder(LocalRoute.PLACEHOLDER, false),
            "gemma4-claude",
            65_536,
            Optional.empty(),
            false,
            true,
            Set.of(),
            RouteOptions.usual(65_536),
            Optional.empty(),
            Optional.empty());
    try {
      return SettingsText.parse(
              Path.of("settings.json"), Optional.of(OWN.getBytes(StandardCharsets.UTF_8)))
          .with(RouteKeys.changes(route))
          .toString();
    } catch (PortException e) {
      throw new IllegalStateException(e);
    }
  }
}
