package dev.switchyard.domain.session;

import dev.switchyard.domain.Known;
import java.util.List;

/// All that is said about one running session.
///
/// @param restart the command that goes on with its conversation under the settings as they are, to
///   be run in its folder
public record SessionReport(
    RunningSession session, SessionRoute route, Known<List<String>> restart) {
  /// Whether somebody has to restart it: what prints one answer ends by itself.
  public boolean needsRestart() {
    return session.kind() != RunningSession.Kind.PRINT && route.needsRestart();
  }
}
