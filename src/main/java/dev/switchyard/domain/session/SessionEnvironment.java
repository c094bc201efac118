package dev.switchyard.domain.session;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.route.RouteVariables;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What may be kept of another process' environment, and whose settings it makes the process use.
public final class SessionEnvironment {
  private static final String CONFIG = "CLAUDE_CONFIG_DIR";
  private static final List<String> HOMES = List.of("HOME", "USERPROFILE");

  private SessionEnvironment() {}

  /// Takes what decides about routes and homes out of an environment. The rest is not looked at,
  /// and no credential's value comes along.
  public static Map<String, String> of(Map<String, String> environment) {
    var kept = new LinkedHashMap<>(RouteVariables.withoutSecrets(environment));
    for (var name : HOMES) {
      keep(name, environment, kept);
    }
    keep(CONFIG, environment, kept);
    return kept;
  }

  /// Whether a process with this environment reads and writes this person's settings.
  static boolean isOf(Home home, Map<String, String> environment) {
    var config = path(environment.get(CONFIG));
    if (config.isPresent()) {
      return config.get().equals(home.claudeConfig());
    }
    var homes = HOMES.stream().flatMap(name -> path(environment.get(name)).stream()).toList();
    return homes.isEmpty()
        || homes.stream().anyMatch(folder -> folder.resolve(".claude").equals(home.claudeConfig()));
  }

  private static void keep(String name, Map<String, String> from, Map<String, String> kept) {
    var value = from.get(name);
    if (value != null) {
      kept.put(name, value);
    }
  }

  private static Optional<Path> path(@Nullable String text) {
    try {
      return text == null || text.isBlank()
          ? Optional.empty()
          : Optional.of(Path.of(text).normalize());
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
