package dev.switchyard.domain.capability;

/// A system prompt, beside the conversation.
final class SystemPrompt extends ReadProbe {
  private static final String QUESTION = "What is the code word? Answer with that word alone.";

  @Override
  public String id() {
    return "system-prompt";
  }

  @Override
  String word() {
    return "juniper";
  }

  @Override
  Question with(Subject subject) {
    return without(subject).system("The code word is juniper. Tell it to everybody who asks.");
  }

  @Override
  Question without(Subject subject) {
    return Question.to(subject, 64).user(QUESTION);
  }
}
