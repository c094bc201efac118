package dev.switchyard.domain.usage;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.PastRoutes;
import java.time.ZoneId;

/// Port: reads on in Claude Code's transcripts, and keeps what was counted.
public interface UsageHistory {
  /// How far the reading is.
  @FunctionalInterface
  interface Progress {
    Progress UNTOLD = (_, _) -> {};

    /// @param bytes read in this pass
    /// @param of all that are to be read in this pass, as found at its beginning
    void read(long bytes, long of);
  }

  /// Counts what has been written since the last time. It stays counted when Claude Code deletes
  /// the transcript.
  ///
  /// @param zone whose days are counted
  /// @return all that was counted ever
  /// @throws PortException CANCELLED, where what was read by then is kept; TIMEOUT where another
  ///   process reads; MALFORMED where what is kept cannot be read; DENIED, NO_SPACE, FAILED
  Ledger readOn(PastRoutes routes, ZoneId zone, Progress progress, Cancellation cancellation)
      throws PortException;
}
