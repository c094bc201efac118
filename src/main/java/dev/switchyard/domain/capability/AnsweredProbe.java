package dev.switchyard.domain.capability;

import dev.switchyard.domain.capability.Outcome.Answered;
import dev.switchyard.domain.capability.Step.Done;
import java.util.ArrayList;
import java.util.List;

/// A probe that needs a message to each of its questions: a refusal or silence is its judgement.
abstract class AnsweredProbe implements Probe {
  @Override
  public final Step next(Subject subject, List<Exchange> soFar) {
    var answers = new ArrayList<Answer>();
    for (var exchange : soFar) {
      if (!(exchange.outcome() instanceof Answered(var answer))) {
        return new Done(withoutAnswer(exchange.outcome()));
      }
      answers.add(answer);
    }
    return after(subject, answers);
  }

  abstract Step after(Subject subject, List<Answer> answers);

  Judgement withoutAnswer(Outcome outcome) {
    return Judgement.withoutAnswer(outcome);
  }
}
