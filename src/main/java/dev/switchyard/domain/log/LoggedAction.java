package dev.switchyard.domain.log;

import dev.switchyard.domain.PortException;

/// Logs an action when it has ended, with its outcome.
final class LoggedAction {
  private final EventLog log;

  LoggedAction(EventLog log) {
    this.log = log;
  }

  /// Something that ends well or throws.
  @FunctionalInterface
  interface Step {
    void run() throws PortException;
  }

  void run(String what, Step step) throws PortException {
    try {
      step.run();
    } catch (PortException e) {
      failed(what, e);
      throw e;
    }
    log.note(what + ": done");
  }

  void failed(String what, PortException failure) {
    if (failure.kind() == PortException.Kind.CANCELLED) {
      log.note(what + ": cancelled");
    } else {
      log.failure(what + ": failed", failure);
    }
  }
}
