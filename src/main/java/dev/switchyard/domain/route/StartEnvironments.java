package dev.switchyard.domain.route;

/// Port: what a Claude Code gets as its environment, for each way of starting it.
@FunctionalInterface
public interface StartEnvironments {
  /// May ask other programs, within a time limit, and remembers what they said. What cannot be
  /// found out is named in the answer; this never fails.
  StartEnvironment of(StartedFrom from);

  /// Makes the next question ask anew: where a person knows that something has changed.
  default void forget() {}
}
