package dev.switchyard.domain.truth;

import dev.switchyard.domain.Known;
import java.util.List;

/// Port: the log of the server on this machine. All calls block.
public interface ServerLog {
  /// The end of it, long enough for several loads.
  ///
  /// @param runner a process that the server started
  /// @return its lines, or why it cannot be read
  Known<List<String>> end(Runner runner);
}
