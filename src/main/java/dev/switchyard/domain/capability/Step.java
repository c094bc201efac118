package dev.switchyard.domain.capability;

/// What a probe wants next.
public sealed interface Step {
  /// To ask once more.
  record Ask(Question question) implements Step {}

  /// Nothing: it has judged.
  record Done(Judgement judgement) implements Step {}
}
