package dev.switchyard.adapter.claude;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.adapter.file.FileFailures;
import dev.switchyard.adapter.file.FileLocks;
import dev.switchyard.adapter.file.Pause;
import dev.switchyard.adapter.file.PrivateFolder;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.Journal;
import dev.switchyard.domain.route.RouteJournal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import tools.jackson.core.JacksonException;

/// The journal as a JSON file in Switchyard's state folder. A lock on a file beside it keeps other
/// processes out; the system releases it when a process dies.
public final class JournalFile implements RouteJournal {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path folder;
  private final Path file;
  private final JournalJson json;

  /// @param state Switchyard's state folder
  public JournalFile(Path state) {
    this.folder = state;
    this.file = state.resolve("routes.json");
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
    PrivateFolder.create(folder);
    try (var channel =
            FileChannel.open(
                folder.resolve("routes.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var _ = lock(channel)) {
      AtomicFiles.removeLeftovers(file);
      return work.run(new OpenSession(read()));
    } catch (IOException e) {
      throw FileFailures.explain(file, e);
    }
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

  private FileLock lock(FileChannel channel) throws IOException, PortException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      var lock = FileLocks.tryLock(channel);
      if (lock != null) {
        return lock;
      }
      if (System.nanoTime() > deadline) {
        throw new PortException(PortException.Kind.TIMEOUT, Message.of("route.journal-locked"));
      }
      Pause.SHORT.await();
    }
  }
}
