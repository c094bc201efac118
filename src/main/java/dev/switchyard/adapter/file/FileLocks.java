package dev.switchyard.adapter.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import org.jspecify.annotations.Nullable;

/// Locks of files, which other processes may hold, and threads of this one.
public final class FileLocks {
  private FileLocks() {}

  /// Does not wait.
  ///
  /// @return null where another process or another thread of this one holds it
  public static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }
}
