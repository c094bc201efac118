package dev.switchyard.domain.session;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.launch.shell.Invocation;
import dev.switchyard.domain.launch.shell.Shell;
import java.util.List;
import java.util.Map;

/// All that is said about one running session.
///
/// @param restart the command that goes on with its conversation under the settings as they are, to
///   be run in its folder
public record SessionReport(
    RunningSession session, SessionRoute route, Known<List<String>> restart) {
  /// The same as one line to paste at a shell's prompt.
  public Known<String> restartLine(Shell shell) {
    var folder = session.folder().toOptional();
    return restart.map(command ->
        folder.isPresent()
            ? shell.line(new Invocation(folder.get(), Map.of(), Map.of(), command))
            : shell.call(command));
  }

  /// Whether somebody has to restart it: what prints one answer ends by itself.
  public boolean needsRestart() {
    return session.kind() != RunningSession.Kind.PRINT && route.needsRestart();
  }
}
