package dev.switchyard.domain.health;

/// Whether an address can be asked.
public sealed interface Reach {
  /// It answered, whatever it said.
  record Answers() implements Reach {}

  record Blocked(Obstacle by) implements Reach {}
}
