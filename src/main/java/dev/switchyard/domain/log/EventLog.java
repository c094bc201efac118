package dev.switchyard.domain.log;

/// Port: keeps what happened, free of secrets. A call may block for the time of writing one line,
/// and never fails: a log that cannot be written changes nothing of what the person asked for.
public interface EventLog {
  /// Something was done.
  void note(String event);

  /// Something was not done.
  ///
  /// @param cause written with its stack
  void failure(String event, Throwable cause);
}
