package dev.switchyard.adapter.file;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// A file that is read and then written, by one process and one thread at a time: without that, of
/// two that change it at once only one would be heard. The lock is on a file beside it.
public final class LockedFile {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path folder;
  private final Path file;
  private final Path lock;
  private final Message busy;

  /// @param lock the name of the file beside it
  /// @param busy what to say where another one holds it for ten seconds
  public LockedFile(Path folder, String name, String lock, Message busy) {
    this.folder = folder;
    this.file = folder.resolve(name);
    this.lock = folder.resolve(lock);
    this.busy = busy;
  }

  /// With a lock named as the file.
  public LockedFile(Path folder, String name) {
    this(folder, name, name + ".lock", Message.of("file.locked", folder.resolve(name).toString()));
  }

  /// What is done while nobody else does.
  @FunctionalInterface
  public interface Work<T> {
    T run() throws PortException, IOException;
  }

  /// It makes the folder where there is none. Not to be called from within itself.
  ///
  /// @throws PortException TIMEOUT where another one holds it for long; and as the work
  public <T> T exclusively(Work<T> work) throws PortException {
    PrivateFolder.create(folder);
    try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = lock(channel)) {
      AtomicFiles.removeLeftovers(file);
      return work.run();
    } catch (IOException e) {
      throw FileFailures.explain(file, e);
    }
  }

  private FileLock lock(FileChannel channel) throws IOException, PortException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      var held = FileLocks.tryLock(channel);
      if (held != null) {
        return held;
      }
      if (System.nanoTime() > deadline) {
        throw new PortException(PortException.Kind.TIMEOUT, busy);
      }
      Pause.SHORT.await();
    }
  }
}
