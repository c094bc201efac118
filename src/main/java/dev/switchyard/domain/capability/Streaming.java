package dev.switchyard.domain.capability;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.capability.Step.Ask;
import dev.switchyard.domain.capability.Step.Done;
import java.util.List;

/// An answer that comes in pieces. That it came whole and in order is what makes it an answer here.
final class Streaming extends AnsweredProbe {
  @Override
  public String id() {
    return "streaming";
  }

  @Override
  Step after(Subject subject, List<Answer> answers) {
    if (answers.isEmpty()) {
      return new Ask(Question.to(subject, 32).user("Count from one to five in words.").asStream());
    }
    return new Done(judge(answers.getFirst()));
  }

  private static Judgement judge(Answer answer) {
    if (!answer.streamed()) {
      return Judgement.ignored(Message.of("capability.streaming.whole"));
    }
    return answer.pieces() == 0
        ? Judgement.unknown(Message.of("capability.streaming.empty"))
        : Judgement.works(
            Message.of(
                "capability.streaming.pieces", answer.pieces(), answer.firstToken().toMillis()));
  }
}
