package dev.switchyard.adapter.file;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What a failed call on a file means to the person.
public final class FileFailures {
  /// How operating systems word a full disk or an exhausted quota; there is no exception class for
  /// it.
  private static final List<String> NO_SPACE =
      List.of("no space left", "not enough space", "disk full", "quota exceeded");

  private FileFailures() {}

  public static PortException explain(Path file, IOException failure) {
    return switch (failure) {
      case AccessDeniedException _ ->
          new PortException(Kind.DENIED, Message.of("file.denied", file), failure);
      case NoSuchFileException _ ->
          new PortException(Kind.MISSING, Message.of("file.missing", file), failure);
      case NotDirectoryException _ ->
          new PortException(Kind.FAILED, Message.of("file.notAFolder", file), failure);
      default -> {
        var reason = reasonOf(failure);
        yield NO_SPACE.stream().anyMatch(reason.toLowerCase(Locale.ROOT)::contains)
            ? new PortException(Kind.NO_SPACE, Message.of("file.noSpace", file), failure)
            : new PortException(Kind.FAILED, Message.of("file.failed", file, reason), failure);
      }
    };
  }

  private static String reasonOf(IOException failure) {
    var reason =
        failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
    return reason == null ? failure.getClass().getSimpleName() : reason;
  }
}
