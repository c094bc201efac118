package dev.switchyard.domain.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the server's log tells of one load: each buffer that was allocated for it, image and audio
/// encoders aside. This is what was really taken; `/api/ps` is put together from the same lines and
/// loses some. Before 0.30 it tells also how the model was loaded, but nothing exact of the buffers
/// of a model in Ollama's own engine.
///
/// Source: seen on 0.24.0 and 0.32.15.
///
/// @param buffers in the log's order; more than one of a kind where the model has layers of several
///   kinds
/// @param request how it was loaded, where the log tells
/// @param complete whether the log goes on to where the model was ready
public record LoggedLoad(List<Buffer> buffers, Optional<LoadRequest> request, boolean complete) {
  /// Of llama-server, and before 0.30 of `ollama runner`.
  private static final List<String> STARTS =
      List.of("msg=\"starting llama-server\"", "msg=\"starting runner\"");

  /// Of the model itself: an image encoder's lines begin otherwise.
  private static final Pattern BUFFER =
      Pattern.compile(
          "^(?:load_tensors|llama_\\w+|sched_reserve):\\s+(\\S.*?)\\s+(\\w+) buffer size ="
              + "\\s+(\\d{1,9}(?:\\.\\d{1,4})?) MiB");

  private static final List<String> READY =
      List.of("llama_server: model loaded", "msg=\"llama runner started in");

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
    var itsPort = Pattern.compile(" --port " + port + "[ \"]");
    for (int i = lines.size() - 1; i >= 0; i--) {
      var line = lines.get(i);
      if (isStart(line) && line.contains(model) && itsPort.matcher(line).find()) {
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

  /// What of it lies on GPUs; room that the processor lends them is not among it.
  public long gpuBytes() {
    return buffers.stream()
        .filter(buffer -> !buffer.device().startsWith("CPU") && !buffer.device().endsWith("Host"))
        .mapToLong(Buffer::bytes)
        .sum();
  }

  /// Whether it tells to the end what was allocated.
  boolean tellsAll() {
    return complete && !buffers.isEmpty();
  }

  private static boolean isStart(String line) {
    return STARTS.stream().anyMatch(line::contains);
  }

  private static LoggedLoad read(List<String> lines) {
    var buffers = new ArrayList<Buffer>();
    Optional<LoadRequest> request = Optional.empty();
    for (var line : lines) {
      if (READY.stream().anyMatch(line::contains)) {
        return new LoggedLoad(buffers, request, true);
      }
      if (isStart(line)) {
        break;
      }
      var said = LoadRequest.parse(line);
      request = said.isPresent() ? said : request;
      buffer(line).ifPresent(buffers::add);
    }
    return new LoggedLoad(buffers, request, false);
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
