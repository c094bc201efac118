package dev.switchyard.adapter.claude;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.adapter.file.FileFailures;
import dev.switchyard.adapter.file.RealPath;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import dev.switchyard.domain.route.text.SettingsText;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// Files that Claude Code shares with the person and with Switchyard. Claude Code writes its
/// settings in place and without a lock, so a reader may meet half a file: one that was written
/// this moment and makes no sense is read again.
public final class ClaudeFiles implements TextFiles {
  private static final Duration JUST_NOW = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final int ATTEMPTS = 10;

  @Override
  public Optional<byte[]> read(Path file) throws PortException {
    var content = AtomicFiles.read(file);
    for (int attempt = 1; attempt < ATTEMPTS && mayBeTorn(file, content); attempt++) {
      pause();
      content = AtomicFiles.read(file);
    }
    return content;
  }

  @Override
  public void replace(Path file, Optional<byte[]> expected, Optional<byte[]> content)
      throws PortException {
    if (content.isEmpty()) {
      AtomicFiles.remove(file, expected);
    } else if (isSettings(file)) {
      AtomicFiles.replacePrivate(file, expected, content.get());
    } else {
      AtomicFiles.replace(file, expected, content.get());
    }
    requireWritten(file, content);
  }

  @Override
  public boolean isFolder(Path folder) {
    return Files.isDirectory(folder);
  }

  @Override
  public Path real(Path folder) {
    return RealPath.of(folder);
  }

  @Override
  public void removeEmptyFolder(Path folder) throws PortException {
    try {
      Files.delete(folder);
    } catch (DirectoryNotEmptyException | NoSuchFileException _) {
      // Somebody put something into it, or removed it: either way there is nothing left to do.
    } catch (IOException e) {
      throw FileFailures.explain(folder, e);
    }
  }

  /// Another program that writes in place may have overwritten the file between the check and the
  /// rename.
  private static void requireWritten(Path file, Optional<byte[]> content) throws PortException {
    var now = AtomicFiles.read(file);
    if (now.isPresent() != content.isPresent()
        || !Arrays.equals(now.orElse(new byte[0]), content.orElse(new byte[0]))) {
      throw new PortException(PortException.Kind.CONFLICT, Message.of("file.changed", file));
    }
  }

  private static boolean mayBeTorn(Path file, Optional<byte[]> content) {
    return isSettings(file)
        && content.isPresent()
        && wasWrittenJustNow(file)
        && !isWhole(file, content.get());
  }

  private static boolean isWhole(Path file, byte[] content) {
    try {
      return !SettingsText.parseForReading(file, content).isBlank();
    } catch (PortException e) {
      return e.kind() != PortException.Kind.MALFORMED;
    }
  }

  private static boolean wasWrittenJustNow(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isAfter(Instant.now().minus(JUST_NOW));
    } catch (IOException _) {
      return false;
    }
  }

  private static boolean isSettings(Path file) {
    return file.toString().endsWith(".json");
  }

  private static void pause() throws PortException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PortException(PortException.Kind.CANCELLED, Message.of("route.interrupted"), e);
    }
  }
}
