package dev.switchyard.domain.probe;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.model.ServerErrors;
import dev.switchyard.domain.probe.MessageEvent.Arrived;
import dev.switchyard.domain.probe.MessagesEndpoint.Reply;
import java.util.List;

/// A reply that has to be a whole stream of events with something in it.
public final class StreamedReply {
  private StreamedReply() {}

  /// The pieces of its content.
  ///
  /// @return at least one
  /// @throws PortException what the server refuses with; MALFORMED where it answers with something
  ///   else than a stream, FAILED where that has no end or no content
  public static List<Arrived> pieces(Reply reply) throws PortException {
    check(reply);
    var pieces =
        reply.events().stream()
            .filter(arrived -> arrived.event() instanceof MessageEvent.Piece)
            .toList();
    if (pieces.isEmpty()) {
      throw new PortException(Kind.FAILED, Message.of("bench.no-answer"));
    }
    return pieces;
  }

  private static void check(Reply reply) throws PortException {
    if (reply.status() < 200 || reply.status() > 299) {
      throw ServerErrors.classify(reply.status(), reply.body());
    }
    if (reply.events().isEmpty()) {
      throw new PortException(
          Kind.MALFORMED, Message.of("bench.not-a-stream", reply.contentType()));
    }
    var failed = reply.all(MessageEvent.Failed.class).findFirst();
    if (failed.isPresent()) {
      throw ServerErrors.classify(reply.status(), failed.get().text());
    }
    if (reply.all(MessageEvent.Stopped.class).findFirst().isEmpty()) {
      throw new PortException(Kind.FAILED, Message.of("bench.ended-early"));
    }
  }
}
