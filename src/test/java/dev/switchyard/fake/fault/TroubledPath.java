package dev.switchyard.fake.fault;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/// A name in a [TroubledFileSystem].
record TroubledPath(TroubledFileSystem system, Path below) implements Path {
  private Path above(Path path) {
    return system.above(path);
  }

  private @Nullable Path aboveOrNull(@Nullable Path path) {
    return path == null ? null : above(path);
  }

  @Override
  public FileSystem getFileSystem() {
    return system;
  }

  @Override
  public boolean isAbsolute() {
    return below.isAbsolute();
  }

  @Override
  public @Nullable Path getRoot() {
    return aboveOrNull(below.getRoot());
  }

  @Override
  public @Nullable Path getFileName() {
    return aboveOrNull(below.getFileName());
  }

  @Override
  public @Nullable Path getParent() {
    return aboveOrNull(below.getParent());
  }

  @Override
  public int getNameCount() {
    return below.getNameCount();
  }

  @Override
  public Path getName(int index) {
    return above(below.getName(index));
  }

  @Override
  public Path subpath(int beginIndex, int endIndex) {
    return above(below.subpath(beginIndex, endIndex));
  }

  @Override
  public boolean startsWith(Path other) {
    return below.startsWith(TroubledFileSystem.below(other));
  }

  @Override
  public boolean endsWith(Path other) {
    return below.endsWith(TroubledFileSystem.below(other));
  }

  @Override
  public Path normalize() {
    return above(below.normalize());
  }

  @Override
  public Path resolve(Path other) {
    return above(below.resolve(TroubledFileSystem.below(other)));
  }

  @Override
  public Path relativize(Path other) {
    return above(below.relativize(TroubledFileSystem.below(other)));
  }

  @Override
  public URI toUri() {
    return below.toUri();
  }

  @Override
  public Path toAbsolutePath() {
    return above(below.toAbsolutePath());
  }

  @Override
  public Path toRealPath(LinkOption... options) throws IOException {
    return above(below.toRealPath(options));
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException("nobody watches here");
  }

  @Override
  public int compareTo(Path other) {
    return below.compareTo(TroubledFileSystem.below(other));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TroubledPath path && below.equals(path.below);
  }

  @Override
  public int hashCode() {
    return below.hashCode();
  }

  @Override
  public String toString() {
    return below.toString();
  }
}
