package dev.switchyard.cli;

import dev.switchyard.domain.Message;

/// A command that cannot be meant as it was typed, found out after its options were parsed. Ends
/// with [ExitCode#USAGE].
final class WrongUsage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Message text;

  WrongUsage(String key, Object... arguments) {
    super(key);
    this.text = Message.of(key, arguments);
  }

  Message text() {
    return text;
  }
}
