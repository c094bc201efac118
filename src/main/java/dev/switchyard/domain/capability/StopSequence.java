package dev.switchyard.domain.capability;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.capability.Step.Ask;
import dev.switchyard.domain.capability.Step.Done;
import java.util.List;
import java.util.Optional;

/// A stop sequence: taken from the middle of the model's own answer, it must end the same answer
/// there.
final class StopSequence extends AnsweredProbe {
  @Override
  public String id() {
    return "stop";
  }

  @Override
  Step after(Subject subject, List<Answer> answers) {
    var question = Question.to(subject, 48).user("Count from one to nine in words.");
    if (answers.isEmpty()) {
      return new Ask(question);
    }
    var whole = answers.getFirst().text();
    var stop = stop(whole);
    if (stop.isEmpty()) {
      return new Done(Judgement.unknown(Message.of("capability.stop.too-short")));
    }
    return answers.size() == 1
        ? new Ask(question.with("stop_sequences", List.of(stop.get())))
        : new Done(judge(whole, stop.get(), answers.getLast().text()));
  }

  /// A word that does not begin the answer; of a single word its last letter.
  private static Optional<String> stop(String text) {
    var words = List.of(text.strip().split("\\s+"));
    var candidate = words.get(words.size() / 2);
    if (words.size() == 1 && !candidate.isEmpty()) {
      candidate = candidate.substring(candidate.length() - 1);
    }
    return Optional.of(candidate).filter(word -> text.strip().indexOf(word) > 0);
  }

  private static Judgement judge(String whole, String stop, String stopped) {
    if (stopped.contains(stop)) {
      return Judgement.ignored(Message.of("capability.stop.passed", stop));
    }
    return whole.substring(0, whole.indexOf(stop)).strip().equals(stopped.strip())
        ? Judgement.works(Message.of("capability.stop.works", stop))
        : Judgement.unknown(Message.of("capability.stop.differs"));
  }
}
