package dev.switchyard.fake.fault;

import dev.switchyard.fake.fault.Trouble.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/// An open file. The system closes it when the process dies.
final class TroubledChannel extends FileChannel {
  private final FileChannel below;
  private final Trouble trouble;
  private final String name;

  TroubledChannel(FileChannel below, Trouble trouble, String name) {
    this.below = below;
    this.trouble = trouble;
    this.name = name;
  }

  private void ask(Kind kind) throws IOException {
    trouble.before(kind, name);
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    ask(Kind.LOOK);
    return below.read(into);
  }

  @Override
  public int read(ByteBuffer into, long position) throws IOException {
    ask(Kind.LOOK);
    return below.read(into, position);
  }

  @Override
  public long read(ByteBuffer[] into, int offset, int length) throws IOException {
    ask(Kind.LOOK);
    return below.read(into, offset, length);
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    if (trouble.before(Kind.WRITE, name)) {
      below.write(from.slice(from.position(), from.remaining() / 2));
      throw new Killed();
    }
    return below.write(from);
  }

  @Override
  public int write(ByteBuffer from, long position) throws IOException {
    ask(Kind.WRITE);
    return below.write(from, position);
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) throws IOException {
    ask(Kind.WRITE);
    return below.write(from, offset, length);
  }

  @Override
  public long position() throws IOException {
    return below.position();
  }

  @Override
  public FileChannel position(long position) throws IOException {
    below.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    ask(Kind.LOOK);
    return below.size();
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    ask(Kind.WRITE);
    below.truncate(size);
    return this;
  }

  @Override
  public void force(boolean metaData) throws IOException {
    ask(Kind.SYNC);
    below.force(metaData);
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
    ask(Kind.LOOK);
    return below.transferTo(position, count, target);
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count)
      throws IOException {
    ask(Kind.WRITE);
    return below.transferFrom(source, position, count);
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) {
    throw new UnsupportedOperationException("nobody maps files here");
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) throws IOException {
    ask(Kind.LOOK);
    return below.lock(position, size, shared);
  }

  @Override
  public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
    ask(Kind.LOOK);
    return below.tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    below.close();
  }
}
