package dev.switchyard.adapter.process;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.work.WorkLog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Reads the log of the server at one address on, as it grows.
///
/// On Linux it is the file that the process which listens there writes to; a service writes to the
/// journal, which cannot be followed without a process of its own. Elsewhere it is the newest of
/// the files that Switchyard and Ollama's application write.
///
/// While nothing happens one call takes two looks at the file system. Only one that has not found
/// the process yet looks through all of them, and only once a minute.
public final class FollowedLog implements WorkLog {
  /// Of a log that is read for the first time: the lines of several prompts.
  static final int MOST_BYTES = 256 << 10;

  private static final Duration SEARCH_AGAIN = Duration.ofMinutes(1);
  private static final News NOTHING = new News(List.of(), false);

  private final EndpointUrl server;
  private final boolean tellsProcesses;
  private final List<Path> usual;
  private final Listener listener;
  private final InstantSource clock;

  /// Where the process that was found writes to: a link.
  private Optional<Path> output = Optional.empty();

  private Instant searchAt = Instant.MIN;
  private Optional<Path> file = Optional.empty();
  private long position;

  /// @param server on this machine
  public FollowedLog(
      EndpointUrl server, Surroundings surroundings, Home home, InstantSource clock) {
    this(server, surroundings, home, clock, Path.of("/proc"));
  }

  FollowedLog(
      EndpointUrl server, Surroundings surroundings, Home home, InstantSource clock, Path proc) {
    this.server = server;
    this.tellsProcesses = surroundings.system() == OperatingSystem.LINUX;
    this.usual = OllamaLog.usual(surroundings, home);
    this.listener = new Listener(proc, "ollama");
    this.clock = clock;
  }

  @Override
  public Known<News> read() {
    var now = tellsProcesses ? written() : newest();
    if (!now.equals(file)) {
      file = now;
      position = -1;
    }
    return file.map(this::read).orElseGet(() -> Known.unknown(Message.of("work.unknown.no-log")));
  }

  @Override
  public void lookAgain() {
    searchAt = Instant.MIN;
  }

  /// A process that has ended has no such link any more.
  private Optional<Path> written() {
    var target = output.flatMap(Listener::target);
    if (target.isEmpty() && !clock.instant().isBefore(searchAt)) {
      searchAt = clock.instant().plus(SEARCH_AGAIN);
      output = listener.at(server.port()).map(process -> process.resolve("fd/2"));
      target = output.flatMap(Listener::target);
    }
    return target.filter(Files::isRegularFile);
  }

  private Optional<Path> newest() {
    return usual.stream()
        .filter(Files::isRegularFile)
        .max(Comparator.comparingLong(path -> path.toFile().lastModified()));
  }

  private Known<News> read(Path log) {
    try {
      long size = Files.size(log);
      if (size == position) {
        return Known.of(NOTHING);
      }
      boolean anew = position < 0 || size < position || size - position > MOST_BYTES;
      return Known.of(read(log, anew ? Math.max(0, size - MOST_BYTES) : position, size, anew));
    } catch (IOException _) {
      position = -1;
      return Known.unknown(Message.of("work.unknown.no-log"));
    }
  }

  private News read(Path log, long from, long to, boolean anew) throws IOException {
    var buffer = ByteBuffer.allocate(Math.toIntExact(to - from));
    try (var channel = Files.newByteChannel(log)) {
      channel.position(from);
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // Reads on until the end or until the buffer is full.
      }
    }
    int whole = lastLineEnd(buffer);
    position = from + whole;
    var text = new String(buffer.array(), 0, whole, StandardCharsets.UTF_8);
    return new News(text.lines().toList(), anew);
  }

  /// The line that is being written waits for the next time.
  private static int lastLineEnd(ByteBuffer text) {
    int end = text.position();
    while (end > 0 && text.get(end - 1) != '\n') {
      end--;
    }
    return end;
  }
}
