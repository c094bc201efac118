package dev.switchyard.adapter.anthropic;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.capability.Outcome;
import dev.switchyard.domain.capability.Shortened;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads one answer, and keeps what of it a person may look at, however it ends.
final class Received {
  /// Nobody's answer to a probe comes near it, in bytes.
  private static final int MOST_BYTES = 8 << 20;

  private static final int MOST_ERROR_BYTES = 64 << 10;

  private final Supplier<Duration> elapsed;
  private final StringBuilder text = new StringBuilder();
  private Optional<Integer> status = Optional.empty();

  /// @param elapsed since the request was sent
  Received(Supplier<Duration> elapsed) {
    this.elapsed = elapsed;
  }

  Optional<Integer> status() {
    return status;
  }

  String text() {
    return text.toString();
  }

  Duration elapsed() {
    return elapsed.get();
  }

  Outcome read(Response response, boolean wantsStream) throws IOException, Unreadable {
    status = Optional.of(response.code());
    try (var body = response.body().byteStream()) {
      if (!response.isSuccessful()) {
        var words = keep(body.readNBytes(MOST_ERROR_BYTES));
        return AnswerReader.refusal(response.code(), words.strip());
      }
      var type =
          Objects.requireNonNullElse(response.header("Content-Type"), "").toLowerCase(Locale.ROOT);
      if (wantsStream && type.startsWith("text/event-stream")) {
        return events(body);
      }
      if (type.startsWith("application/json")) {
        return whole(body);
      }
      keep(body.readNBytes(Shortened.MOST_CHARACTERS));
      throw new Unreadable(Message.of("capability.content-type", type.isEmpty() ? "–" : type));
    }
  }

  private Outcome whole(InputStream body) throws IOException, Unreadable {
    var bytes = body.readNBytes(MOST_BYTES + 1);
    var words = keep(bytes);
    if (bytes.length > MOST_BYTES) {
      throw new Unreadable(Message.of("capability.too-long"));
    }
    var answer = json(words);
    return answer.has("input_tokens")
        ? new Outcome.Counted(answer.path("input_tokens").asLong(0))
        : new Outcome.Answered(AnswerReader.whole(answer, elapsed()));
  }

  private Outcome events(InputStream body) throws IOException, Unreadable {
    var lines = new BoundedLines(body, MOST_BYTES);
    var message = new StreamedMessage(elapsed);
    for (var line = lines.next(); line.isPresent(); line = lines.next()) {
      keep(line.get() + "\n");
      if (!line.get().startsWith("data:")) {
        continue;
      }
      var failure = message.on(json(line.get().substring("data:".length())));
      if (failure.isPresent()) {
        return failure.get();
      }
      if (message.isWhole()) {
        // A server that keeps the connection open behind the end has nothing more to say.
        return new Outcome.Answered(message.answer());
      }
    }
    throw new Unreadable(Message.of("capability.no-end"));
  }

  private static JsonNode json(String text) throws Unreadable {
    try {
      var node = JsonMapper.shared().readTree(text);
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException _) {
      // Told below.
    }
    throw new Unreadable(Message.of("capability.not-json"));
  }

  private String keep(byte[] bytes) {
    return keep(new String(bytes, StandardCharsets.UTF_8));
  }

  /// More than is shown need not be held.
  private String keep(String words) {
    int room = Shortened.MOST_CHARACTERS + 1 - text.length();
    if (room > 0) {
      text.append(words, 0, Math.min(room, words.length()));
    }
    return words;
  }
}
