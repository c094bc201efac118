package dev.switchyard.domain.capability;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.capability.Step.Ask;
import dev.switchyard.domain.capability.Step.Done;
import java.util.List;

/// Whether a part of the prompt reaches the model: asked with it and without it, the model knows
/// what stands there, or the server at least counts more tokens. So a model that is not clever
/// enough to answer does not pass for a server that leaves something out.
abstract class ReadProbe extends AnsweredProbe {
  /// Fewer may be the words around the part.
  private static final int LEAST_TOKENS = 4;

  /// @return what only a model can say that was given the part
  abstract String word();

  abstract Question with(Subject subject);

  abstract Question without(Subject subject);

  @Override
  final Step after(Subject subject, List<Answer> answers) {
    return switch (answers.size()) {
      case 0 -> new Ask(with(subject));
      case 1 -> new Ask(without(subject));
      default -> new Done(judge(answers.getFirst(), answers.getLast()));
    };
  }

  private Judgement judge(Answer with, Answer without) {
    if (with.says(word()) && !without.says(word())) {
      return Judgement.works(Message.of("capability.known", word()));
    }
    long more = with.promptTokens() - without.promptTokens();
    if (more >= LEAST_TOKENS) {
      return Judgement.works(Message.of("capability.read", more));
    }
    return with.promptTokens() == 0
        ? Judgement.unknown(Message.of("capability.not-counted"))
        : Judgement.ignored(
            Message.of("capability.not-read", with.promptTokens(), without.promptTokens()));
  }
}
