package dev.switchyard.domain.capability;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.capability.Step.Ask;
import dev.switchyard.domain.capability.Step.Done;
import java.util.List;

/// `temperature` and `top_p`, by their effect: at temperature 0 two answers are alike, at 2 they
/// differ, and at 2 with a tiny `top_p` only the surest words are left again.
final class Temperature extends AnsweredProbe {
  private static final int HOT = 2;
  private static final double SUREST = 0.001;

  private static final int COLD_AGAIN = 1;
  private static final int FIRST_HOT = 2;
  private static final int LAST_HOT = 3;
  private static final int NARROW = 4;

  @Override
  public String id() {
    return "temperature";
  }

  @Override
  Step after(Subject subject, List<Answer> answers) {
    var cold = Question.to(subject, 24).user("Write one short sentence about the sea.");
    return switch (answers.size()) {
      case 0, COLD_AGAIN -> new Ask(cold);
      case FIRST_HOT ->
          alike(answers.get(0), answers.get(COLD_AGAIN))
              ? new Ask(cold.with("temperature", HOT))
              : new Done(Judgement.unknown(Message.of("capability.temperature.restless")));
      case LAST_HOT -> new Ask(cold.with("temperature", HOT));
      case NARROW ->
          alike(answers.get(0), answers.get(FIRST_HOT))
                  && alike(answers.get(0), answers.get(LAST_HOT))
              ? new Done(Judgement.unknown(Message.of("capability.temperature.sure")))
              : new Ask(cold.with("temperature", HOT).with("top_p", SUREST));
      default -> new Done(judge(answers.get(0), answers.get(NARROW)));
    };
  }

  private static Judgement judge(Answer cold, Answer narrow) {
    return alike(cold, narrow)
        ? Judgement.works(Message.of("capability.temperature.works"))
        : Judgement.ignored(Message.of("capability.temperature.no-top-p"));
  }

  private static boolean alike(Answer one, Answer other) {
    return one.text().strip().equals(other.text().strip());
  }
}
