package dev.switchyard.domain;

import org.jspecify.annotations.Nullable;

/// The one failure of every port: something outside the program did not do what was asked.
///
/// The kind is for decisions, the text for the person. Bugs of ours are never wrapped in it.
public final class PortException extends Exception {
  private static final long serialVersionUID = 1L;

  /// What kind of failure it was, as far as a caller may act on it.
  public enum Kind {
    /// Nobody listens, the host cannot be resolved, or the program is not installed.
    UNREACHABLE,
    /// No answer within the time limit.
    TIMEOUT,
    /// The thing asked for does not exist.
    MISSING,
    /// It is there and says no: what was asked is not allowed or not possible.
    REFUSED,
    /// What came back, or what stands in the file, cannot be understood.
    MALFORMED,
    /// The operating system denies access.
    DENIED,
    /// It changed since it was read, or it exists already.
    CONFLICT,
    /// There is not enough disk or memory.
    NO_SPACE,
    /// The person cancelled.
    CANCELLED,
    /// It broke off, or failed for a reason of its own.
    FAILED
  }

  private final Kind kind;
  private final transient Message text;

  public PortException(Kind kind, Message text) {
    this(kind, text, null);
  }

  public PortException(Kind kind, Message text, @Nullable Throwable cause) {
    super(kind + ": " + text, cause);
    this.kind = kind;
    this.text = text;
  }

  public Kind kind() {
    return kind;
  }

  /// What happened, why, and what to do next.
  public Message text() {
    return text;
  }
}
