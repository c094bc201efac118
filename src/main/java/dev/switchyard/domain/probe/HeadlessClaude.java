package dev.switchyard.domain.probe;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.time.Duration;

/// Port: Claude Code in its headless mode, `claude -p`.
public interface HeadlessClaude {
  /// One question that leaves no session behind.
  ///
  /// @param program Claude Code's file
  /// @param folder where it is started
  /// @param prompt what it is asked
  /// @param settings the JSON of the `--settings` layer
  /// @param singleTurn whether it ends after the first answer, also one that asks for a tool
  /// @param limit how long it may take in all
  record Question(
      Path program,
      Path folder,
      String prompt,
      String settings,
      boolean singleTurn,
      Duration limit) {}

  /// Told of each event as it comes, on the calling thread.
  @FunctionalInterface
  interface Listener {
    /// @throws PortException ends the run at once
    void on(ClaudeEvent event) throws PortException;
  }

  /// Runs to the end. When this returns, the program and all that it started are gone.
  ///
  /// @throws PortException UNREACHABLE if the program is not there, TIMEOUT, CANCELLED, FAILED with
  ///   its own words if it ended without a result, and what the listener throws
  void ask(Question question, Listener listener, Cancellation cancellation) throws PortException;
}
