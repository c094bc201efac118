package dev.switchyard.adapter.claude;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.adapter.file.LockedFile;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.Journal;
import dev.switchyard.domain.route.RouteJournal;
import java.nio.file.Path;
import java.time.DateTimeException;
import tools.jackson.core.JacksonException;

/// The journal as a JSON file in Switchyard's state folder. A lock on a file beside it keeps other
/// processes out; the system releases it when a process dies.
public final class JournalFile implements RouteJournal {
  private final Path file;
  private final LockedFile locked;
  private final JournalJson json;

  /// @param state Switchyard's state folder
  public JournalFile(Path state) {
    this.file = state.resolve("routes.json");
    this.locked =
        new LockedFile(state, "routes.json", "routes.lock", Message.of("route.journal-locked"));
    this.json = new JournalJson(state.getFileSystem());
  }

  @Override
  public Journal read() throws PortException {
    var content = AtomicFiles.read(file);
    if (content.isEmpty()) {
      return Journal.EMPTY;
    }
    try {
      return json.read(content.get());
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw new PortException(
          PortException.Kind.MALFORMED, Message.of("route.journal-unreadable", file), e);
    }
  }

  @Override
  public <T> T exclusively(Work<T> work) throws PortException {
    return locked.exclusively(() -> work.run(new OpenSession(read())));
  }

  private final class OpenSession implements Session {
    private Journal journal;

    OpenSession(Journal journal) {
      this.journal = journal;
    }

    @Override
    public Journal journal() {
      return journal;
    }

    @Override
    public void save(Journal next) throws PortException {
      if (!next.equals(journal)) {
        AtomicFiles.writePrivate(file, JournalJson.write(next));
        journal = next;
      }
    }
  }
}
