package dev.switchyard.domain.probe;

import dev.switchyard.domain.Message;
import java.util.Locale;

/// Where a proof stands.
public enum VerifyStep {
  /// The first of two conversations with the witness, which provokes sub-agents.
  FIRST_CONVERSATION,
  /// The second one, to compare their prefixes.
  SECOND_CONVERSATION,
  /// Claude Code starts for the real request.
  STARTING,
  /// It has asked; the endpoint processes the prompt.
  WAITING,
  /// The answer has begun.
  ANSWERING;

  public Message text() {
    return Message.of("verify.step." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
