package dev.switchyard.adapter.sensor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One of the small files in which Linux's kernel tells a figure.
///
/// @param path below `/sys` or `/proc`
record KernelFile(Path path) {
  /// Its one line; empty where it cannot be read.
  Optional<String> text() {
    try {
      return Optional.of(Files.readString(path).strip());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Its one whole number, if it lies in a range; else why there is none.
  ///
  /// The kernel ends each such file with a line's end, so that a number without one may be cut.
  Known<Long> number(long least, long most) {
    try {
      var text = Files.readString(path);
      long number = text.endsWith("\n") ? Long.parseLong(text.strip()) : Long.MIN_VALUE;
      return number < least || number > most ? garbled(text) : Known.of(number);
    } catch (NumberFormatException e) {
      return garbled(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return Known.unknown(reason(e));
    }
  }

  private Known<Long> garbled(String text) {
    var start = text.strip();
    return Known.unknown(
        Message.of(
            "memory.file.garbled",
            path.toString(),
            start.substring(0, Math.min(40, start.length()))));
  }

  private Message reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> Message.of("memory.file.missing", path.toString());
      case AccessDeniedException _ -> Message.of("memory.file.denied", path.toString());
      case FileSystemException f when f.getReason() != null ->
          Message.of("memory.file.failed", path.toString(), f.getReason());
      default -> Message.of("memory.file.failed", path.toString(), String.valueOf(e.getMessage()));
    };
  }

  /// The entries of a folder in the order of their names; none where there is no such folder.
  static List<Path> entries(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException _) {
      return List.of();
    }
  }
}
