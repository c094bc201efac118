package dev.switchyard.domain.probe;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.probe.MessageEvent.Arrived;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Port: Anthropic's Messages API of an endpoint, one request at a time. It blocks.
public interface MessagesEndpoint {
  /// One request, sent with a placeholder for a credential.
  ///
  /// @param url the endpoint
  /// @param body the request's JSON
  /// @param limit how long it may take in all, however the server dawdles
  record Question(EndpointUrl url, String body, Duration limit) {}

  /// What came back.
  ///
  /// @param status the HTTP status
  /// @param contentType as the server names it, without parameters; empty where it does not
  /// @param body the answer, or the words of a refusal; empty for a stream of events
  /// @param events those of a stream
  /// @param took from the sending to the end of the answer
  record Reply(int status, String contentType, String body, List<Arrived> events, Duration took) {
    public Reply {
      events = List.copyOf(events);
    }

    /// The events of one kind, in their order.
    public <T extends MessageEvent> Stream<T> all(Class<T> kind) {
      return events.stream().map(Arrived::event).filter(kind::isInstance).map(kind::cast);
    }
  }

  /// Asks, and waits for the whole answer. When this returns, nothing of it is left: no connection
  /// and no thread.
  ///
  /// @return also what the server refuses
  /// @throws PortException UNREACHABLE, TIMEOUT after the limit, CANCELLED, FAILED where the
  ///   connection breaks off, MALFORMED where a line or the answer is far too long or an event is
  ///   no JSON
  Reply ask(Question question, Cancellation cancellation) throws PortException;
}
