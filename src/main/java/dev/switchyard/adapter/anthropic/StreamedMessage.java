package dev.switchyard.adapter.anthropic;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.capability.Answer;
import dev.switchyard.domain.capability.Block;
import dev.switchyard.domain.capability.Outcome;
import dev.switchyard.domain.probe.MessageEvent;
import dev.switchyard.domain.probe.MessageEvent.BlockStarted;
import dev.switchyard.domain.probe.MessageEvent.Counted;
import dev.switchyard.domain.probe.MessageEvent.Failed;
import dev.switchyard.domain.probe.MessageEvent.Other;
import dev.switchyard.domain.probe.MessageEvent.Piece;
import dev.switchyard.domain.probe.MessageEvent.Started;
import dev.switchyard.domain.probe.MessageEvent.Stopped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Puts a message together from the events of a stream.
final class StreamedMessage {
  private static final int STREAM_STATUS = 200;

  private final Supplier<Duration> elapsed;
  private final Map<Integer, Part> parts = new TreeMap<>();
  private Optional<Duration> firstPiece = Optional.empty();
  private int pieces;
  private long promptTokens;
  private String stopReason = "";
  private boolean begun;

  /// A part of the content as it grows.
  private record Part(BlockStarted start, StringBuilder content) {
    Block block() {
      return switch (start.type()) {
        case "text" -> new Block.Text(content.toString());
        case "thinking" -> new Block.Thinking(content.toString());
        case "tool_use" ->
            new Block.ToolUse(start.id(), start.name(), AnswerReader.arguments(content.toString()));
        default -> new Block.Other(start.type());
      };
    }
  }

  /// @param elapsed since the request was sent
  StreamedMessage(Supplier<Duration> elapsed) {
    this.elapsed = elapsed;
  }

  /// @return what came of it, once it is whole or the server has failed
  /// @throws Unreadable where the event cannot stand at this place
  Optional<Outcome> on(MessageEvent event) throws Unreadable {
    switch (event) {
      case Started start -> {
        begun = true;
        promptTokens = start.promptTokens().orElse(promptTokens);
      }
      case BlockStarted start -> begin(start);
      case Piece piece -> add(piece);
      case Counted counted -> {
        stopReason = counted.stopReason().isEmpty() ? stopReason : counted.stopReason();
        promptTokens = counted.promptTokens().orElse(promptTokens);
      }
      case Stopped() -> {
        require(begun);
        return Optional.of(new Outcome.Answered(answer()));
      }
      case Failed(var type, var words) -> {
        return Optional.of(AnswerReader.refused(STREAM_STATUS, type, words));
      }
      case Other _ -> {
        // A ping, the end of a block, or what a newer server sends besides.
      }
    }
    return Optional.empty();
  }

  private void begin(BlockStarted start) throws Unreadable {
    require(begun && !parts.containsKey(start.index()));
    parts.put(start.index(), new Part(start, new StringBuilder(start.text())));
  }

  private void add(Piece piece) throws Unreadable {
    var part = parts.get(piece.index());
    if (part == null) {
      throw outOfOrder();
    }
    part.content().append(piece.text());
    pieces++;
    firstPiece = firstPiece.or(() -> Optional.of(elapsed.get()));
  }

  private static void require(boolean inOrder) throws Unreadable {
    if (!inOrder) {
      throw outOfOrder();
    }
  }

  private static Unreadable outOfOrder() {
    return new Unreadable(Message.of("capability.out-of-order"));
  }

  private Answer answer() {
    return new Answer(
        parts.values().stream().map(Part::block).toList(),
        stopReason,
        promptTokens,
        true,
        pieces,
        firstPiece.orElseGet(elapsed));
  }
}
