package dev.switchyard.fake.fault;

/// The process is dead: no code of ours catches this, and each further operation ends with it.
public final class Killed extends Error {
  private static final long serialVersionUID = 1L;

  Killed() {
    super("killed", null, false, false);
  }
}
