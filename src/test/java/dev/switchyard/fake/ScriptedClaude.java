package dev.switchyard.fake;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.probe.ClaudeEvent;
import dev.switchyard.domain.probe.HeadlessClaude;
import dev.switchyard.domain.probe.Witness;
import dev.switchyard.domain.probe.WitnessedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A Claude Code that tells what the test says, and the witness that sees what the test says.
public final class ScriptedClaude implements HeadlessClaude {
  public static final String WITNESS = "http://127.0.0.1:4/witness";

  /// What the real request gives.
  public final List<ClaudeEvent> events = new ArrayList<>();

  /// What each conversation with the witness makes it see, in turn.
  public final List<List<WitnessedRequest>> conversations = new ArrayList<>();

  /// What was asked, in order.
  public final List<Question> asked = new ArrayList<>();

  private List<WitnessedRequest> seen = List.of();

  /// What Claude Code tells when a local model has answered.
  public static List<ClaudeEvent> answer(String model) {
    return List.of(
        new ClaudeEvent.Started("2.1.330", model, Optional.of(false), "none"),
        new ClaudeEvent.FirstToken("msg_0", model),
        new ClaudeEvent.Ended(Optional.empty(), List.of(model), 15_432, Duration.ofSeconds(21)));
  }

  @Override
  public void ask(Question question, Listener listener, Cancellation cancellation)
      throws PortException {
    asked.add(question);
    if (question.settings().contains(WITNESS)) {
      seen = conversations.removeFirst();
      return;
    }
    for (var event : events) {
      listener.on(event);
    }
  }

  public Witness.Opener witness() {
    return () ->
        new Witness() {
          @Override
          public String baseUrl() {
            return WITNESS;
          }

          @Override
          public List<WitnessedRequest> take() {
            return seen;
          }

          @Override
          public void close() {
            seen = List.of();
          }
        };
  }
}
