package dev.switchyard.cli;

import dev.switchyard.domain.PortException;

/// What a command leaves for scripts.
public enum ExitCode {
  /// Done, or the answer is yes.
  DONE(0),
  /// Done, but the answer is no: not proven, does not fit, findings.
  NO(1),
  /// The command cannot be meant like this.
  USAGE(2),
  /// A server or a program cannot be reached.
  UNREACHABLE(3),
  /// Refused; nothing was changed.
  REFUSED(4);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /// The code of a command that ended with this failure.
  public static ExitCode of(PortException.Kind kind) {
    return switch (kind) {
      case UNREACHABLE, TIMEOUT -> UNREACHABLE;
      case MISSING -> USAGE;
      case REFUSED, MALFORMED, DENIED, CONFLICT, NO_SPACE -> REFUSED;
      case CANCELLED, FAILED -> NO;
    };
  }
}
