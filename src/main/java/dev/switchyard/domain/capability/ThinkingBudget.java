package dev.switchyard.domain.capability;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.capability.Outcome.Refused;
import dev.switchyard.domain.capability.Step.Ask;
import dev.switchyard.domain.capability.Step.Done;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A budget for thinking that no answer can keep: one token, where Anthropic's own API refuses less
/// than 1024. A server that looks at it refuses, or cuts the thinking off.
final class ThinkingBudget extends AnsweredProbe {
  /// What a single token, and one cut off late, may look like.
  private static final int MOST_WORDS = 8;

  @Override
  public String id() {
    return "thinking-budget";
  }

  @Override
  Step after(Subject subject, List<Answer> answers) {
    if (answers.isEmpty()) {
      return new Ask(
          Question.to(subject, 64)
              .without("temperature")
              .with("thinking", Map.of("type", "enabled", "budget_tokens", 1))
              .user("How many prime numbers are there below fifty? Think first."));
    }
    return new Done(judge(answers.getFirst().thinking().strip()));
  }

  private static Judgement judge(String thinking) {
    if (thinking.isEmpty()) {
      return Judgement.ignored(Message.of("capability.thinking-budget.no-thinking"));
    }
    int words = thinking.split("\\s+").length;
    return words > MOST_WORDS
        ? Judgement.ignored(Message.of("capability.thinking-budget.exceeded", words))
        : Judgement.unknown(Message.of("capability.thinking-budget.short", words));
  }

  @Override
  Judgement withoutAnswer(Outcome outcome) {
    boolean read =
        outcome instanceof Refused(_, _, var words)
            && words.toLowerCase(Locale.ROOT).contains("budget");
    return read
        ? Judgement.works(Message.of("capability.thinking-budget.read"))
        : Judgement.withoutAnswer(outcome);
  }
}
