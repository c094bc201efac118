package dev.switchyard.domain.capability;

/// A conversation of several turns: the model must know what was said before.
final class MultiTurn extends ReadProbe {
  private static final String QUESTION =
      "Which code word did I tell you? Answer with that word alone.";

  @Override
  public String id() {
    return "multi-turn";
  }

  @Override
  String word() {
    return "falcon";
  }

  @Override
  Question with(Subject subject) {
    return Question.to(subject, 64)
        .user("My code word is falcon. Please remember it.")
        .assistant("I will remember it.")
        .user(QUESTION);
  }

  @Override
  Question without(Subject subject) {
    return Question.to(subject, 64).user(QUESTION);
  }
}
