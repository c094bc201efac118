package dev.switchyard.domain.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the server's log tells of one load: how llama-server was started, and each buffer that it
/// allocated for it, image and audio encoders aside. This is what was really taken; `/api/ps` is
/// put together from the same lines and loses some.
///
/// Source: seen on 0.32.15.
///
/// @param buffers in the log's order; more than one of a kind where the model has layers of several
///   kinds
/// @param complete whether the log goes on to where the model was ready
public record LoggedLoad(List<Buffer> buffers, boolean complete) {
  private static final String START = "msg=\"starting llama-server\"";

  /// Of the model itself: an image encoder's lines begin otherwise.
  private static final Pattern BUFFER =
      Pattern.compile(
          "^(?:load_tensors|llama_\\w+|sched_reserve):\\s+(\\S.*?)\\s+(\\w+) buffer size ="
              + "\\s+(\\d{1,9}(?:\\.\\d{1,4})?) MiB");

  private static final String READY = "llama_server: model loaded";
  private static final double MIB = 1 << 20;

  /// @param device such as `CPU` or `CUDA0`
  /// @param kind `model`, `output`, `KV`, `RS` or `compute`, as the log names it
  /// @param bytes rounded to hundredths of a MiB by the log
  public record Buffer(String device, String kind, long bytes) {}

  public LoggedLoad {
    buffers = List.copyOf(buffers);
  }

  /// The last load of a runner in a log.
  ///
  /// @param lines the log, or its end
  /// @param model the path of its weights
  /// @param port where it listens, on which other runners may have listened before
  /// @return empty where the log does not tell of it
  public static Optional<LoggedLoad> last(List<String> lines, String model, int port) {
    var itsPort = " --port " + port + " ";
    for (int i = lines.size() - 1; i >= 0; i--) {
      var line = lines.get(i);
      if (line.contains(START) && line.contains(itsPort) && line.contains(model)) {
        return Optional.of(read(lines.subList(i + 1, lines.size())));
      }
    }
    return Optional.empty();
  }

  public long totalBytes() {
    return buffers.stream().mapToLong(Buffer::bytes).sum();
  }

  /// Of one kind, on all devices.
  public List<Long> bytes(String kind) {
    return buffers.stream()
        .filter(buffer -> buffer.kind().equals(kind))
        .map(Buffer::bytes)
        .toList();
  }

  private static LoggedLoad read(List<String> lines) {
    var buffers = new ArrayList<Buffer>();
    for (var line : lines) {
      if (line.contains(READY)) {
        return new LoggedLoad(buffers, true);
      }
      if (line.contains(START)) {
        break;
      }
      buffer(line).ifPresent(buffers::add);
    }
    return new LoggedLoad(buffers, false);
  }

  private static Optional<Buffer> buffer(String line) {
    var match = BUFFER.matcher(line);
    return match.find()
        ? Optional.of(
            new Buffer(
                match.group(1),
                match.group(2),
                Math.round(Double.parseDouble(match.group(3)) * MIB)))
        : Optional.empty();
  }
}
