package dev.switchyard.ui.session;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.session.ReadSessions;
import dev.switchyard.domain.session.SessionReport;
import dev.switchyard.ui.task.Tasks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The running sessions of the listed projects.
public final class SessionsViewModel implements AutoCloseable {
  /// No system tells when a process starts: the table of processes is looked at, which takes less
  /// than 10 ms.
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final Function<SessionReport, Known<String>> restartLine;
  private final Tasks.Poll poll;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Found(Map.of()));
  private volatile List<Path> folders = List.of();

  /// What is known of the sessions.
  public sealed interface State {
    record Failed(Message reason) implements State {}

    /// @param sessions those of each project that has any
    record Found(Map<Path, List<SessionReport>> sessions) implements State {}
  }

  /// @param restartLine the line to paste that starts a session again
  public SessionsViewModel(
      Tasks tasks, ReadSessions sessions, Function<SessionReport, Known<String>> restartLine) {
    this.restartLine = restartLine;
    this.poll =
        tasks.poll(
            INTERVAL,
            _ -> byFolder(sessions),
            found -> show(new State.Found(found)),
            failure -> show(new State.Failed(failure.text())));
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Those of one project, the oldest first.
  public List<SessionReport> of(Path folder) {
    return state.get() instanceof State.Found(var sessions)
        ? sessions.getOrDefault(folder, List.of())
        : List.of();
  }

  public Known<String> restartLine(SessionReport report) {
    return restartLine.apply(report);
  }

  /// Says which projects are listed.
  public void setFolders(List<Path> listed) {
    if (!folders.equals(listed)) {
      folders = List.copyOf(listed);
      poll.refresh();
    }
  }

  public void setShown(boolean shown) {
    poll.setPaused(!shown);
  }

  public void refresh() {
    poll.refresh();
  }

  /// The text on a project's row, empty where nothing runs there.
  public Optional<Message> count(Path folder) {
    var found = of(folder);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            needsRestart(folder)
                ? Message.of("sessions.count.restart", found.size(), restarts(found))
                : Message.of("sessions.count", found.size()));
  }

  public boolean needsRestart(Path folder) {
    return restarts(of(folder)) > 0;
  }

  private static long restarts(List<SessionReport> found) {
    return found.stream().filter(SessionReport::needsRestart).count();
  }

  private Map<Path, List<SessionReport>> byFolder(ReadSessions sessions) throws PortException {
    var all = sessions.all();
    var found = new LinkedHashMap<Path, List<SessionReport>>();
    for (var folder : all.isEmpty() ? List.<Path>of() : folders) {
      var here = sessions.in(folder, all);
      if (!here.isEmpty()) {
        found.put(folder, here);
      }
    }
    return found;
  }

  private void show(State next) {
    if (!next.equals(state.get())) {
      state.set(next);
    }
  }

  @Override
  public void close() {
    poll.close();
  }
}
