package dev.switchyard.cli;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.work.RequestStage;
import java.util.Optional;

/// What a server is doing, for programs and for people.
final class WorkAnswer {
  private WorkAnswer() {}

  static void put(Answer answer, Known<RequestStage> work) {
    switch (work) {
      case Known.Unknown<RequestStage>(var reason) -> answer.unknown("work", reason);
      case Known.Value<RequestStage>(var stage) ->
          answer.object("work", child -> put(child, stage));
    }
  }

  private static void put(Answer answer, RequestStage stage) {
    answer.put("stage", stage.wireName());
    if (stage instanceof RequestStage.Reading(long tokens, long of, var left)) {
      answer.put("readTokens", tokens).put("promptTokens", of);
      left.ifPresent(time -> answer.put("leftSeconds", time.toSeconds()));
    }
  }

  /// Nothing is said of a server that rests.
  static Optional<Message> line(Known<RequestStage> work) {
    return work.toOptional()
        .flatMap(stage ->
            switch (stage) {
              case RequestStage.Resting _ -> Optional.empty();
              case RequestStage.Loading _ -> Optional.of(Message.of("cli.status.work.loading"));
              case RequestStage.Reading(long tokens, long of, _) ->
                  Optional.of(Message.of("cli.status.work.reading", tokens, of));
              case RequestStage.Answering _ -> Optional.of(Message.of("cli.status.work.answering"));
            });
  }
}
