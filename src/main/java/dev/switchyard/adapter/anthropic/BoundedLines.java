package dev.switchyard.adapter.anthropic;

import dev.switchyard.domain.Message;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The lines of a stream, as long as neither one of them nor all of them are longer than anybody
/// needs.
final class BoundedLines {
  /// A tool's arguments come in one line; 1 MiB of them is a file's.
  private static final int LONGEST_LINE = 1 << 20;

  private final InputStream stream;
  private int bytesLeft;

  BoundedLines(InputStream stream, int mostBytes) {
    this.stream = new BufferedInputStream(stream);
    this.bytesLeft = mostBytes;
  }

  /// The next line without its end; empty at the end of the stream.
  Optional<String> next() throws IOException, Unreadable {
    var line = new ByteArrayOutputStream();
    int read = stream.read();
    if (read < 0) {
      return Optional.empty();
    }
    while (read >= 0 && read != '\n') {
      line.write(read);
      if (line.size() > LONGEST_LINE || --bytesLeft < 0) {
        throw new Unreadable(Message.of("capability.too-long"));
      }
      read = stream.read();
    }
    return Optional.of(line.toString(StandardCharsets.UTF_8).stripTrailing());
  }
}
