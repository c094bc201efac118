package dev.switchyard;

import dev.switchyard.domain.log.Crash;

/// Ends the start of the window after the person has read why: the report is made, and needs no
/// other.
final class Crashed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Crash crash;

  Crashed(Crash crash, Throwable bug) {
    super(crash.summary(), bug);
    this.crash = crash;
  }

  Crash crash() {
    return crash;
  }
}
