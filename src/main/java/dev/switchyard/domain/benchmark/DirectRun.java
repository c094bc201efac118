package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.probe.MessageEvent;
import dev.switchyard.domain.probe.MessageEvent.Arrived;
import dev.switchyard.domain.probe.MessagesEndpoint;
import dev.switchyard.domain.probe.MessagesEndpoint.Question;
import dev.switchyard.domain.probe.StreamedReply;
import dev.switchyard.domain.route.text.JsonLiterals;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One task, asked straight at the Messages API.
final class DirectRun {
  /// Of fewer tokens the speed says nothing: they may come in one packet.
  private static final int FEWEST_TOKENS = 8;

  private static final double NANOS = 1e9;

  private final MessagesEndpoint endpoint;

  DirectRun(MessagesEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /// @param firstToken seconds
  /// @param wall seconds
  /// @param answerTokens as the server counted them
  /// @param generation tokens a second
  record Timing(
      double firstToken, double wall, Known<Double> answerTokens, Known<Double> generation) {}

  /// @param mark stands before the prompt, so that nothing of it is in the server's cache
  /// @throws PortException also where the server refuses, or answers something else than a stream
  Timing once(ServerTimings.Target target, Task task, String mark, Cancellation cancellation)
      throws PortException {
    var question = new Question(target.url(), body(target, task, mark), target.limit());
    var reply = endpoint.ask(question, cancellation);
    var pieces = StreamedReply.pieces(reply);
    var tokens =
        reply
            .all(MessageEvent.Counted.class)
            .flatMap(counted -> counted.answerTokens().stream())
            .reduce((_, last) -> last);
    return new Timing(
        seconds(pieces.getFirst().since()),
        seconds(reply.took()),
        tokens
            .map(count -> Known.of((double) count))
            .orElseGet(() -> Known.unknown(Message.of("bench.not-counted"))),
        generation(tokens, pieces));
  }

  /// Without a temperature each answer would have another length, and its time with it.
  private static String body(ServerTimings.Target target, Task task, String mark) {
    return "{\"model\":%s,\"max_tokens\":%d,\"temperature\":0,\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":%s}]}"
        .formatted(
            JsonLiterals.text(target.model().toString()),
            task.answerTokens(),
            JsonLiterals.text(mark + "\n\n" + task.prompt()));
  }

  /// The first token came with the first piece; the others, since.
  private static Known<Double> generation(Optional<Long> tokens, List<Arrived> pieces) {
    if (tokens.isEmpty()) {
      return Known.unknown(Message.of("bench.not-counted"));
    }
    double took = seconds(pieces.getLast().since().minus(pieces.getFirst().since()));
    return tokens.get() < FEWEST_TOKENS || pieces.size() < FEWEST_TOKENS || took <= 0
        ? Known.unknown(Message.of("bench.too-short", tokens.get(), FEWEST_TOKENS))
        : Known.of((tokens.get() - 1) / took);
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / NANOS;
  }
}
