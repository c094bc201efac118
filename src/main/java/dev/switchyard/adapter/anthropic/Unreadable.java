package dev.switchyard.adapter.anthropic;

import dev.switchyard.domain.Message;

/// An answer that is none: not in the form in which it should be, or without an end.
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Message reason;

  Unreadable(Message reason) {
    super(reason.toString());
    this.reason = reason;
  }

  Message reason() {
    return reason;
  }
}
