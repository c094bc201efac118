package dev.switchyard.ui.work;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.work.RequestStage;
import dev.switchyard.domain.work.RequestStage.Answering;
import dev.switchyard.domain.work.RequestStage.Loading;
import dev.switchyard.domain.work.RequestStage.Reading;
import dev.switchyard.domain.work.RequestStage.Resting;
import dev.switchyard.ui.text.Durations;
import java.util.Optional;

/// What a stage is called, in as many words as there is room for; nothing for a server that rests.
public final class WorkText {
  private WorkText() {}

  /// For a button.
  public static Optional<Message> brief(RequestStage stage) {
    return switch (stage) {
      case Resting _ -> Optional.empty();
      case Loading _ -> Optional.of(Message.of("work.brief.loading"));
      case Reading reading -> Optional.of(Message.of("work.brief.reading", reading.share()));
      case Answering _ -> Optional.of(Message.of("work.brief.answering"));
    };
  }

  /// For a line of a menu: with the time that is left.
  public static Optional<Message> line(RequestStage stage) {
    return stage instanceof Reading reading && reading.left().isPresent()
        ? Optional.of(
            Message.of(
                "work.line.left", reading.share(), Durations.whole(reading.left().orElseThrow())))
        : brief(stage);
  }

  /// A whole sentence, with the figures.
  public static Optional<Message> sentence(RequestStage stage) {
    return switch (stage) {
      case Resting _ -> Optional.empty();
      case Loading _ -> Optional.of(Message.of("work.loading"));
      case Reading(long tokens, long of, var left) ->
          Optional.of(
              left.map(time -> Message.of("work.reading.left", tokens, of, Durations.whole(time)))
                  .orElseGet(() -> Message.of("work.reading", tokens, of)));
      case Answering _ -> Optional.of(Message.of("work.answering"));
    };
  }

  /// Why it takes so long.
  public static Optional<Message> reason(RequestStage stage) {
    return switch (stage) {
      case Resting _, Answering _ -> Optional.empty();
      case Loading _ -> Optional.of(Message.of("work.loading.why"));
      case Reading _ -> Optional.of(Message.of("work.reading.why"));
    };
  }
}
