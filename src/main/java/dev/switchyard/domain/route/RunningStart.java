package dev.switchyard.domain.route;

import java.util.Set;

/// How a Claude Code that runs now was started.
///
/// @param start its folder and options
/// @param environment what it was given, and what it has taken from settings since
/// @param ignored layers that its options leave out
public record RunningStart(ClaudeStart start, StartEnvironment environment, Set<Layer> ignored) {
  public RunningStart {
    ignored = Set.copyOf(ignored);
  }

  public RunningStart with(ClaudeStart other) {
    return new RunningStart(other, environment, ignored);
  }

  public RunningStart with(StartEnvironment other) {
    return new RunningStart(start, other, ignored);
  }
}
