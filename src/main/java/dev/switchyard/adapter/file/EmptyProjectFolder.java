package dev.switchyard.adapter.file;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.benchmark.EmptyProject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folder `benchmark/project` of Switchyard's state folder, as long as it is open. One
/// benchmark at a time has it: two at once would measure each other.
public final class EmptyProjectFolder implements EmptyProject {
  private final Path folder;
  private final FileChannel lock;

  private EmptyProjectFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// @param state Switchyard's state folder
  /// @throws PortException CONFLICT where another benchmark has it, DENIED, NO_SPACE, FAILED
  public static EmptyProjectFolder open(Path state) throws PortException {
    var parent = state.resolve("benchmark");
    PrivateFolder.create(parent);
    var folder = parent.resolve("project");
    try {
      var lock =
          FileChannel.open(
              parent.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (FileLocks.tryLock(lock) == null) {
        lock.close();
        throw new PortException(PortException.Kind.CONFLICT, Message.of("bench.another"));
      }
      // One that was killed has left its folder.
      remove(folder);
      PrivateFolder.create(folder);
      return new EmptyProjectFolder(folder, lock);
    } catch (IOException e) {
      throw FileFailures.explain(folder, e);
    }
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public void close() throws PortException {
    try (lock) {
      remove(folder);
    } catch (IOException e) {
      throw FileFailures.explain(folder, e);
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    for (var path : below(folder)) {
      Files.deleteIfExists(path);
    }
  }

  /// What is deepest comes first. Links are not followed.
  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
