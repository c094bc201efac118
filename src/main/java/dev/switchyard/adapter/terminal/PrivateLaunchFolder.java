package dev.switchyard.adapter.terminal;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.launch.LaunchFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/// Keeps launch scripts below Switchyard's state, for this person only.
public final class PrivateLaunchFolder implements LaunchFolder {
  private static final Duration KEPT = Duration.ofDays(7);
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Clock clock;

  /// @param state Switchyard's own state folder
  public PrivateLaunchFolder(Path state, Clock clock) {
    this.folder = state.resolve("launch");
    this.clock = clock;
  }

  @Override
  public Path settings(String suffix, String text) throws PortException {
    return write(suffix, text);
  }

  @Override
  public Path script(String suffix, String text) throws PortException {
    var file = write(suffix, text);
    try {
      setMode(file, "rwx------");
      return file;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private Path write(String suffix, String text) throws PortException {
    try {
      Files.createDirectories(folder);
      setMode(folder, "rwx------");
      removeOld();
    } catch (IOException e) {
      throw failed(e);
    }
    var random = UUID.randomUUID().toString().substring(0, 8);
    var file = folder.resolve(NAME.format(clock.instant()) + "-" + random + suffix);
    AtomicFiles.writePrivate(file, text.getBytes(StandardCharsets.UTF_8));
    return file;
  }

  private void removeOld() throws IOException {
    var oldest = clock.instant().minus(KEPT);
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        if (modified(file).isBefore(oldest)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static Instant modified(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant();
  }

  private static void setMode(Path file, String mode) throws IOException {
    if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
  }

  private PortException failed(IOException e) {
    return new PortException(
        PortException.Kind.FAILED,
        Message.of("launch.folder", folder.toString(), String.valueOf(e.getMessage())),
        e);
  }
}
