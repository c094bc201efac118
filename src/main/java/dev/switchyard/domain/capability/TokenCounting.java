package dev.switchyard.domain.capability;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.capability.Outcome.Answered;
import dev.switchyard.domain.capability.Outcome.Counted;
import dev.switchyard.domain.capability.Step.Ask;
import dev.switchyard.domain.capability.Step.Done;
import java.util.List;

/// The address that counts a prompt's tokens, held against what the same prompt really has.
final class TokenCounting implements Probe {
  @Override
  public String id() {
    return "token-counting";
  }

  @Override
  public Step next(Subject subject, List<Exchange> soFar) {
    var question = Question.to(subject, 1).user("How many tokens has this sentence?");
    if (soFar.isEmpty()) {
      return new Ask(question.counted());
    }
    if (!(soFar.getFirst().outcome() instanceof Counted(long counted))) {
      return new Done(Judgement.withoutAnswer(soFar.getFirst().outcome()));
    }
    return soFar.size() == 1
        ? new Ask(question)
        : new Done(Judgement.works(judged(counted, soFar.getLast().outcome())));
  }

  private static Message judged(long counted, Outcome asked) {
    return asked instanceof Answered(var answer) && answer.promptTokens() > 0
        ? Message.of("capability.token-counting.compared", counted, answer.promptTokens())
        : Message.of("capability.token-counting.counted", counted);
  }
}
