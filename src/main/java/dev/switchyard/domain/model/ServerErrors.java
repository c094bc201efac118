package dev.switchyard.domain.model;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import java.util.List;
import java.util.Locale;

/// What the error texts of an Ollama server mean.
///
/// The server has no error codes: its status tells little (a pull fails with status 200, a load
/// with 500 for every reason), so the text decides. Sources of the texts: Ollama
/// `server/routes.go`, `server/images.go`, `llm/status.go` and `llm/server.go`, versions 0.24 to
/// 0.33. A new text is one row here.
public final class ServerErrors {
  /// @param markers the row holds if one of these occurs in the lower-cased text
  private record Row(Kind kind, String key, List<String> markers) {
    private static Row of(Kind kind, String key, String... markers) {
      return new Row(kind, key, List.of(markers));
    }

    private boolean matches(String lowerCased) {
      return markers.stream().anyMatch(lowerCased::contains);
    }
  }

  /// The first row that matches decides: the more special text stands before the more general one.
  private static final List<Row> ROWS =
      List.of(
          Row.of(
              Kind.MISSING,
              "server.error.unknown-in-registry",
              "pull model manifest: file does not exist"),
          Row.of(Kind.REFUSED, "server.error.bad-name", "invalid model name", "invalid model path"),
          Row.of(Kind.REFUSED, "server.error.no-tools", "does not support tools"),
          Row.of(Kind.REFUSED, "server.error.unsupported", "does not support "),
          Row.of(
              Kind.REFUSED,
              "server.error.busy",
              "maximum pending requests exceeded",
              "server busy"),
          Row.of(Kind.CANCELLED, "server.error.cancelled", "request canceled", "context canceled"),
          Row.of(Kind.REFUSED, "server.error.cloud-off", "ollama cloud is disabled"),
          Row.of(Kind.REFUSED, "server.error.sign-in", "unauthorized", "signin_url"),
          Row.of(
              Kind.NO_SPACE,
              "server.error.disk-full",
              "no space left on device",
              "not enough space on the disk",
              "disk quota exceeded"),
          Row.of(
              Kind.NO_SPACE,
              "server.error.memory",
              "out of memory",
              "out-of-memory",
              "cudamalloc failed",
              "hipmalloc failed",
              "failed to allocate",
              "allocation failed",
              "not enough memory",
              "insufficient memory",
              "vk_error_out_of_device_memory",
              "requires more system memory",
              "memory layout cannot be allocated",
              "unable to load full model on gpu",
              "are available (after"),
          Row.of(Kind.NO_SPACE, "server.error.killed", "has terminated: signal: killed"),
          Row.of(Kind.TIMEOUT, "server.error.load-stalled", "timed out waiting for llama"),
          Row.of(
              Kind.FAILED,
              "server.error.runner-stopped",
              "runner has unexpectedly stopped",
              "process has terminated",
              "process no longer running"),
          Row.of(
              Kind.REFUSED,
              "server.error.prompt-too-long",
              "longer than the context length",
              "exceed_context_size_error",
              "exceeds the model's maximum context"),
          Row.of(Kind.REFUSED, "server.error.wrong-option", "must be of type "),
          Row.of(Kind.REFUSED, "server.error.template", "template error"),
          Row.of(Kind.REFUSED, "server.error.not-gguf", "not in gguf format", "invalid file magic"),
          Row.of(
              Kind.REFUSED,
              "server.error.needs-newer-ollama",
              "requires a newer version of ollama",
              ": 412:"),
          Row.of(
              Kind.UNREACHABLE,
              "server.error.registry-unreachable",
              "dial tcp",
              "no such host",
              "tls handshake timeout",
              "max retries exceeded"),
          Row.of(
              Kind.REFUSED,
              "server.error.no-such-request",
              "404 page not found",
              "405 method not allowed"),
          Row.of(Kind.MISSING, "server.error.model-missing", "not found", "file does not exist"));

  private static final int MOST_WORDS = 300;

  private ServerErrors() {}

  /// @param status the HTTP status, 200 where the error came in the middle of a stream
  /// @param text the server's own words; shown to the person beside what they mean
  public static PortException classify(int status, String text) {
    var words = brief(text);
    var lowerCased = text.toLowerCase(Locale.ROOT);
    for (var row : ROWS) {
      if (row.matches(lowerCased)) {
        return new PortException(row.kind(), Message.of(row.key(), words));
      }
    }
    return switch (status) {
      case 401 -> new PortException(Kind.REFUSED, Message.of("server.error.sign-in", words));
      case 403 -> new PortException(Kind.DENIED, Message.of("server.error.forbidden", words));
      case 404, 405 ->
          new PortException(Kind.REFUSED, Message.of("server.error.no-such-request", words));
      case 499 -> new PortException(Kind.CANCELLED, Message.of("server.error.cancelled", words));
      default ->
          new PortException(
              status >= 400 && status < 500 ? Kind.REFUSED : Kind.FAILED,
              Message.of("server.error.other", words));
    };
  }

  /// A runner's last words are a page of its log, of which the first line tells most.
  private static String brief(String text) {
    var line = text.strip().lines().findFirst().orElse("");
    return line.length() > MOST_WORDS ? line.substring(0, MOST_WORDS) + "…" : line;
  }
}
