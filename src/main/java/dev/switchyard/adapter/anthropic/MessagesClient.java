package dev.switchyard.adapter.anthropic;

import dev.switchyard.adapter.http.Connections;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.probe.MessageEvent.Arrived;
import dev.switchyard.domain.probe.MessagesEndpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/// Asks a server that speaks Anthropic's Messages API, each time over a connection of its own.
public final class MessagesClient implements MessagesEndpoint {
  private static final MediaType JSON = Objects.requireNonNull(MediaType.parse("application/json"));
  private static final String STREAM = "text/event-stream";

  /// What servers that ask for no credential are given everywhere.
  private static final String PLACEHOLDER = "Bearer ollama";

  private static final String API_VERSION = "2023-06-01";
  private static final int LONGEST_BODY = 8 << 20;

  /// Of one answer: more than any model writes.
  private static final int MOST_EVENTS = 200_000;

  @Override
  public Reply ask(Question question, Cancellation cancellation) throws PortException {
    // The connection must not be one that an earlier answer has left half read.
    var client = Connections.to(question.url()).newBuilder().readTimeout(Duration.ZERO).build();
    try {
      var call = client.newCall(request(question));
      call.timeout().timeout(question.limit().toNanos(), TimeUnit.NANOSECONDS);
      cancellation.onRequest(call::cancel);
      return ask(question, call, cancellation);
    } finally {
      Connections.close(client);
    }
  }

  private static Request request(Question question) {
    return new Request.Builder()
        .url(Connections.address(question.url(), "/v1/messages"))
        .header("Authorization", PLACEHOLDER)
        .header("anthropic-version", API_VERSION)
        .header("Connection", "close")
        .post(RequestBody.create(question.body().getBytes(StandardCharsets.UTF_8), JSON))
        .build();
  }

  private static Reply ask(Question question, Call call, Cancellation cancellation)
      throws PortException {
    long start = System.nanoTime();
    try (var response = call.execute()) {
      var type =
          Optional.ofNullable(response.body().contentType())
              .map(found -> found.type() + "/" + found.subtype())
              .orElse("");
      if (response.isSuccessful() && type.equals(STREAM)) {
        var events = events(response, start);
        return new Reply(response.code(), type, "", events, since(start));
      }
      var body = body(response.body());
      return new Reply(response.code(), type, body, List.of(), since(start));
    } catch (IOException e) {
      throw Connections.failure(question.url(), e, call, cancellation);
    }
  }

  private static List<Arrived> events(Response response, long start)
      throws IOException, PortException {
    var stream = new EventStream(response.body().source());
    var events = new ArrayList<Arrived>();
    for (var event = stream.next(); event.isPresent(); event = stream.next()) {
      if (events.size() == MOST_EVENTS) {
        throw tooLong();
      }
      events.add(new Arrived(event.get(), since(start)));
    }
    return events;
  }

  private static String body(ResponseBody body) throws IOException, PortException {
    var bytes = body.byteStream().readNBytes(LONGEST_BODY + 1);
    if (bytes.length > LONGEST_BODY) {
      throw tooLong();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static PortException tooLong() {
    return new PortException(Kind.MALFORMED, Message.of("messages.too-long"));
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
