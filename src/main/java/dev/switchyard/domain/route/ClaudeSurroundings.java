package dev.switchyard.domain.route;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import java.nio.file.Path;
import java.util.Map;

/// What decides about routes and does not depend on the folder.
///
/// @param home the person's home folder: without a project, that is where Claude Code is started
/// @param managed the administrator's settings file, stronger than all others
/// @param user the person's own settings file
/// @param process the environment that Claude Code would be started with, weaker than all files
public record ClaudeSurroundings(Path home, Path managed, Path user, Map<String, String> process) {
  public static ClaudeSurroundings of(Home home, Surroundings surroundings) {
    return new ClaudeSurroundings(
        home.directory(),
        managed(surroundings.system()),
        home.claudeUserSettings(),
        surroundings.environment());
  }

  private static Path managed(OperatingSystem system) {
    var folder =
        switch (system) {
          case LINUX -> "/etc/claude-code";
          case MACOS -> "/Library/Application Support/ClaudeCode";
          case WINDOWS -> "C:\\Program Files\\ClaudeCode";
        };
    return Path.of(folder).resolve("managed-settings.json");
  }
}
