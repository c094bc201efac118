package dev.switchyard.adapter.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Holds a lock for as long as the window is open, and listens on a socket beside it: a second
/// start connects there, which is the wish to see the window, and ends.
public final class SingleInstance implements AutoCloseable {
  /// Unix limits a socket's path to about this many bytes.
  private static final int LONGEST_SOCKET_PATH = 100;

  private final FileChannel lockFile;
  private final ServerSocketChannel socket;
  private final Path socketPath;

  private SingleInstance(FileChannel lockFile, ServerSocketChannel socket, Path socketPath) {
    this.lockFile = lockFile;
    this.socket = socket;
    this.socketPath = socketPath;
  }

  /// @param folder where Switchyard remembers things; one window is open for each
  /// @param onShow told, on a thread of its own, when a second start wants to see the window
  /// @return empty where a window is open already; it has been asked to come to the front
  /// @throws IOException if the folder cannot be written; nothing is known then about other windows
  public static Optional<SingleInstance> claim(Path folder, Runnable onShow) throws IOException {
    Files.createDirectories(folder);
    var lockFile =
        FileChannel.open(
            folder.resolve("window.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var socketPath = socketPath(folder);
    if (lock(lockFile) == null) {
      lockFile.close();
      knock(socketPath);
      return Optional.empty();
    }
    // Whoever held the lock is gone: a socket that is still there was left by a crash.
    Files.deleteIfExists(socketPath);
    var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    socket.bind(UnixDomainSocketAddress.of(socketPath));
    var instance = new SingleInstance(lockFile, socket, socketPath);
    Thread.ofVirtual().name("window-socket").start(() -> instance.listen(onShow));
    return Optional.of(instance);
  }

  private static @Nullable FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException _) {
      // Held by this very process.
      return null;
    }
  }

  private static Path socketPath(Path folder) {
    var beside = folder.resolve("window.sock");
    if (beside.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET_PATH) {
      return beside;
    }
    var name = "switchyard-" + Integer.toHexString(folder.toString().hashCode()) + ".sock";
    return Path.of(System.getProperty("java.io.tmpdir", "/tmp"), name);
  }

  private static void knock(Path socketPath) throws IOException {
    SocketChannel.open(UnixDomainSocketAddress.of(socketPath)).close();
  }

  private void listen(Runnable onShow) {
    while (true) {
      try {
        socket.accept().close();
        onShow.run();
      } catch (AsynchronousCloseException _) {
        return;
      } catch (IOException _) {
        // Without a socket the window still works; it only cannot be called to the front.
        return;
      }
    }
  }

  @Override
  public void close() {
    try (lockFile;
        socket) {
      Files.deleteIfExists(socketPath);
    } catch (IOException _) {
      // The next start removes what is left.
      return;
    }
  }
}
