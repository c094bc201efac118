package dev.switchyard.adapter.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What has a file's name until another file takes it. It stays readable afterwards: a program that
/// had opened the file by then, to write it in place, writes here and nowhere else.
///
/// Windows would not let a file be replaced that is open, so there nothing of that kind is seen.
final class Predecessor implements AutoCloseable {
  private final Target target;
  private final @Nullable FileChannel channel;

  private Predecessor(Target target, @Nullable FileChannel channel) {
    this.target = target;
    this.channel = channel;
  }

  static Predecessor of(Target target) throws IOException {
    try {
      return new Predecessor(
          target,
          staysReadable(target) ? FileChannel.open(target.path(), StandardOpenOption.READ) : null);
    } catch (NoSuchFileException _) {
      return new Predecessor(target, null);
    }
  }

  /// While it still has the name.
  boolean holds(Optional<byte[]> content) throws IOException {
    if (channel != null) {
      return content.isPresent() && Arrays.equals(all(channel), content.get());
    }
    return content.isPresent() ? target.exists() && target.holds(content.get()) : !target.exists();
  }

  /// What stands in it now, where another program can have written to it since.
  Optional<byte[]> content() throws IOException {
    return channel == null ? Optional.empty() : Optional.of(all(channel));
  }

  private static byte[] all(FileChannel channel) throws IOException {
    var buffer = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) > 0) {
      // Until all is there, or another program has made it shorter meanwhile.
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  private static boolean staysReadable(Target target) {
    return target.path().getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
