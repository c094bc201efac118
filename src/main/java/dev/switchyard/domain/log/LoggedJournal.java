package dev.switchyard.domain.log;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.Journal;
import dev.switchyard.domain.route.RouteJournal;
import java.util.Optional;
import java.util.stream.Collectors;

/// A journal whose writes are logged: each switch of a route by its project and the files that were
/// written for it, each undo, and each refusal.
public final class LoggedJournal implements RouteJournal {
  private final RouteJournal journal;
  private final EventLog log;

  public LoggedJournal(RouteJournal journal, EventLog log) {
    this.journal = journal;
    this.log = log;
  }

  @Override
  public Journal read() throws PortException {
    return journal.read();
  }

  @Override
  public <T> T exclusively(Work<T> work) throws PortException {
    try {
      return journal.exclusively(session -> work.run(new LoggedSession(session)));
    } catch (PortException e) {
      new LoggedAction(log).failed("change settings files", e);
      throw e;
    }
  }

  /// A write is begun with one save and ended with the next.
  private final class LoggedSession implements Session {
    private final Session session;
    private Journal before;

    LoggedSession(Session session) {
      this.session = session;
      this.before = session.journal();
    }

    @Override
    public Journal journal() {
      return session.journal();
    }

    @Override
    public void save(Journal next) throws PortException {
      session.save(next);
      var begun = before.unfinished();
      if (begun.isPresent() && next.unfinished().isEmpty()) {
        log.note(what(begun.get().earlier(), next) + ": wrote " + files(begun.get()));
      }
      before = next;
    }
  }

  private static String what(Journal before, Journal now) {
    var last = now.last();
    if (now.switches().size() < before.switches().size()) {
      return "undo" + before.last().map(LoggedJournal::text).orElse("");
    }
    return last.equals(before.last()) ? "settings files" : "route" + text(last);
  }

  private static String text(Optional<Journal.Switch> last) {
    return last.map(LoggedJournal::text).orElse("");
  }

  private static String text(Journal.Switch one) {
    return " %s for %s".formatted(one.choice(), one.folder());
  }

  private static String files(Journal.Unfinished begun) {
    return begun.writes().stream()
        .map(write -> write.file().toString())
        .collect(Collectors.joining(", "));
  }
}
