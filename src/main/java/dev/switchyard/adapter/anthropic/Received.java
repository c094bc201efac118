package dev.switchyard.adapter.anthropic;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.capability.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Reads one answer to a probe, and keeps what of it a person may look at, however it ends.
final class Received {
  private static final int MOST_ERROR_BYTES = 64 << 10;

  private final Supplier<Duration> elapsed;
  private Optional<Integer> status = Optional.empty();
  private @Nullable BoundedBody body;

  /// @param elapsed since the request was sent
  Received(Supplier<Duration> elapsed) {
    this.elapsed = elapsed;
  }

  Optional<Integer> status() {
    return status;
  }

  String text() {
    return body == null ? "" : body.beginning();
  }

  Duration elapsed() {
    return elapsed.get();
  }

  Outcome read(Response response, boolean wantsStream) throws IOException, Unreadable {
    status = Optional.of(response.code());
    var read = new BoundedBody(response.body().byteStream());
    body = read;
    if (!response.isSuccessful()) {
      return AnswerReader.refusal(response.code(), read.first(MOST_ERROR_BYTES).strip());
    }
    var type = ContentTypes.of(response);
    if (wantsStream && type.equals(ContentTypes.EVENTS)) {
      return events(read);
    }
    if (type.equals(ContentTypes.JSON)) {
      return whole(read);
    }
    read.glance();
    throw new Unreadable(Message.of("capability.content-type", type.isEmpty() ? "–" : type));
  }

  private Outcome whole(BoundedBody read) throws IOException, Unreadable {
    var answer = EventReader.object(read.whole());
    return answer.has("input_tokens")
        ? new Outcome.Counted(answer.path("input_tokens").asLong(0))
        : new Outcome.Answered(AnswerReader.whole(answer, elapsed()));
  }

  private Outcome events(BoundedBody read) throws IOException, Unreadable {
    var events = new EventReader(read);
    var message = new StreamedMessage(elapsed);
    for (var event = events.next(); event.isPresent(); event = events.next()) {
      var outcome = message.on(event.get());
      if (outcome.isPresent()) {
        // A server that keeps the connection open behind the end has nothing more to say.
        return outcome.get();
      }
    }
    throw new Unreadable(Message.of("capability.no-end"));
  }
}
