package dev.switchyard.adapter.file;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// Reads files that are not trusted to be small, or files at all.
final class BoundedFiles {
  private BoundedFiles() {}

  /// @return empty where it is larger
  /// @throws PortException MISSING, REFUSED for what is no plain file, DENIED, FAILED
  static Optional<byte[]> read(Path file, int largest, LinkOption... links) throws PortException {
    requirePlain(file, links);
    try (var content = Files.newInputStream(file, links)) {
      var bytes = content.readNBytes(largest + 1);
      return bytes.length > largest ? Optional.empty() : Optional.of(bytes);
    } catch (IOException e) {
      throw FileFailures.explain(file, e);
    }
  }

  static void requirePlain(Path file, LinkOption... links) throws PortException {
    try {
      if (!Files.readAttributes(file, BasicFileAttributes.class, links).isRegularFile()) {
        throw new PortException(Kind.REFUSED, Message.of("team.file.plain", file.toString()));
      }
    } catch (IOException e) {
      throw FileFailures.explain(file, e);
    }
  }
}
