package dev.switchyard.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Files in memory. A path may be told to fail.
public final class MemoryFiles implements TextFiles {
  public final Map<Path, byte[]> contents = new TreeMap<>();
  public final Set<Path> folders = new HashSet<>();
  public final Map<Path, PortException.Kind> failing = new TreeMap<>();

  /// Files that are there and cannot be read.
  public final Map<Path, PortException.Kind> unreadable = new TreeMap<>();

  /// Other names of folders.
  public final Map<Path, Path> links = new TreeMap<>();

  /// How often something was written or removed.
  public int writes;

  /// Runs before each write, as another program would.
  public Runnable beforeWrite = () -> {};

  public MemoryFiles put(Path file, String text) {
    contents.put(file, text.getBytes(UTF_8));
    for (var folder = file.getParent(); folder != null; folder = folder.getParent()) {
      folders.add(folder);
    }
    return this;
  }

  public Optional<String> text(Path file) {
    return Optional.ofNullable(contents.get(file)).map(bytes -> new String(bytes, UTF_8));
  }

  @Override
  public Optional<byte[]> read(Path file) throws PortException {
    var failure = unreadable.get(file);
    if (failure != null) {
      throw new PortException(failure, Message.of("file.failed", file, "told to fail"));
    }
    return Optional.ofNullable(contents.get(file)).map(byte[]::clone);
  }

  @Override
  public void replace(Path file, Optional<byte[]> expected, Optional<byte[]> content)
      throws PortException {
    beforeWrite.run();
    var failure = failing.get(file);
    if (failure != null) {
      throw new PortException(failure, Message.of("file.failed", file, "told to fail"));
    }
    var now = read(file);
    if (now.isPresent() != expected.isPresent()
        || !Arrays.equals(now.orElse(new byte[0]), expected.orElse(new byte[0]))) {
      throw new PortException(PortException.Kind.CONFLICT, Message.of("file.changed", file));
    }
    writes++;
    if (content.isPresent()) {
      put(file, new String(content.get(), UTF_8));
    } else {
      contents.remove(file);
    }
  }

  @Override
  public boolean isFolder(Path folder) {
    return folders.contains(folder);
  }

  @Override
  public List<Path> filesIn(Path folder) {
    return contents.keySet().stream().filter(file -> folder.equals(file.getParent())).toList();
  }

  @Override
  public Path real(Path folder) {
    for (var link : links.entrySet()) {
      if (folder.startsWith(link.getKey())) {
        return link.getValue().resolve(link.getKey().relativize(folder)).normalize();
      }
    }
    return folder;
  }

  @Override
  public Path target(Path file) {
    return real(file);
  }

  @Override
  public void removeLeftovers(Path file) {}

  @Override
  public void removeEmptyFolder(Path folder) {
    if (contents.keySet().stream().noneMatch(file -> file.startsWith(folder))) {
      folders.remove(folder);
    }
  }
}
