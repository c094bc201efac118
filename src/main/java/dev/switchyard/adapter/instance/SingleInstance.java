package dev.switchyard.adapter.instance;

import dev.switchyard.adapter.file.FileLocks;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/// Holds a lock for as long as the program runs, and listens on a socket beside it: a second start
/// connects there, which is the wish to see the window, and ends.
public final class SingleInstance implements AutoCloseable {
  private static final int ATTEMPTS = 100;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

  private final FileChannel lockFile;
  private final ServerSocketChannel socket;
  private final Path socketPath;

  private SingleInstance(FileChannel lockFile, ServerSocketChannel socket, Path socketPath) {
    this.lockFile = lockFile;
    this.socket = socket;
    this.socketPath = socketPath;
  }

  /// @param place where the windows of one home find each other
  /// @param onShow told, on a thread of its own, when a second start wants to see the window
  /// @return empty where a window is open already; it has been asked to come to the front
  /// @throws IOException if the folder cannot be used, or the window that is open does not listen;
  ///   nothing is known then about other windows
  public static Optional<SingleInstance> claim(InstancePlace place, Runnable onShow)
      throws IOException {
    place.prepare();
    // The first start may hold the lock without listening yet, or listen no more and still hold it.
    for (int attempt = 1; ; attempt++) {
      var first = tryClaim(place, onShow);
      if (first.isPresent()) {
        return first;
      }
      try {
        knock(place.socket());
        return Optional.empty();
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
      pause();
    }
  }

  private static Optional<SingleInstance> tryClaim(InstancePlace place, Runnable onShow)
      throws IOException {
    var lockFile =
        FileChannel.open(place.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (FileLocks.tryLock(lockFile) == null) {
      lockFile.close();
      return Optional.empty();
    }
    // Whoever held the lock is gone: a socket that is still there was left by a crash.
    Files.deleteIfExists(place.socket());
    var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    socket.bind(UnixDomainSocketAddress.of(place.socket()));
    var instance = new SingleInstance(lockFile, socket, place.socket());
    Thread.ofVirtual().name("window-socket").start(() -> instance.listen(onShow));
    return Optional.of(instance);
  }

  private static void pause() throws InterruptedIOException {
    try {
      Thread.sleep(BETWEEN_ATTEMPTS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
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
