package dev.switchyard.adapter.anthropic;

import dev.switchyard.adapter.http.Connections;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.endpoint.profile.Accesses;
import dev.switchyard.domain.probe.MessageEvent;
import dev.switchyard.domain.probe.MessageEvent.Arrived;
import dev.switchyard.domain.probe.MessagesEndpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Response;

/// Asks a server that speaks Anthropic's Messages API, and notes when each piece of its answer
/// came.
public final class MessagesClient implements MessagesEndpoint {
  private final Accesses accesses;

  /// @param accesses what each endpoint needs
  public MessagesClient(Accesses accesses) {
    this.accesses = accesses;
  }

  @Override
  public Reply ask(Question question, Cancellation cancellation) throws PortException {
    try (var requests = new Requests(question.url(), accesses)) {
      var body = question.body().getBytes(StandardCharsets.UTF_8);
      var call = requests.post("/v1/messages", body, question.limit(), cancellation);
      long start = System.nanoTime();
      try (var response = call.execute()) {
        return reply(response, start);
      } catch (IOException e) {
        throw Connections.failure(question.url(), e, call, cancellation);
      } catch (Unreadable e) {
        throw new PortException(Kind.MALFORMED, e.reason(), e);
      }
    }
  }

  private static Reply reply(Response response, long start) throws IOException, Unreadable {
    var type = ContentTypes.of(response);
    var body = new BoundedBody(response.body().byteStream());
    if (response.isSuccessful() && type.equals(ContentTypes.EVENTS)) {
      var events = events(new EventReader(body), start);
      return new Reply(response.code(), type, "", events, since(start));
    }
    return new Reply(response.code(), type, words(response, type, body), List.of(), since(start));
  }

  private static String words(Response response, String type, BoundedBody body)
      throws IOException, Unreadable {
    if (!response.isSuccessful() || type.equals(ContentTypes.JSON)) {
      return body.whole();
    }
    body.glance();
    return body.beginning();
  }

  /// Behind the last one comes nothing more, also where the connection stays open.
  private static List<Arrived> events(EventReader stream, long start)
      throws IOException, Unreadable {
    var events = new ArrayList<Arrived>();
    for (var event = stream.next(); event.isPresent(); event = stream.next()) {
      events.add(new Arrived(event.get(), since(start)));
      if (event.get() instanceof MessageEvent.Stopped) {
        break;
      }
    }
    return events;
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
