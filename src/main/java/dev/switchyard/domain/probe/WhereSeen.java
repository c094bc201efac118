package dev.switchyard.domain.probe;

import dev.switchyard.domain.reply.CutRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What one real request showed: who answered it, and what it cost.
///
/// @param model the model that Claude Code set out to ask for
/// @param servedByAnthropic what Claude Code itself takes the server for; empty where its version
///   does not say
/// @param answerId the server's own id of its answer; empty where there was none
/// @param models all models that tokens were counted for
/// @param promptTokens of the first prompt, as the server counted them; empty where it did not
/// @param contextTokens what the model was served with then; empty where the server did not say
/// @param firstToken from the start of Claude Code to the first piece of the answer
/// @param took the whole run
/// @param evidence what the endpoint itself shows
/// @param failure why there was no answer
public record WhereSeen(
    String model,
    Optional<Boolean> servedByAnthropic,
    Optional<String> answerId,
    List<String> models,
    Optional<Long> promptTokens,
    Optional<Integer> contextTokens,
    Optional<Duration> firstToken,
    Duration took,
    EndpointEvidence evidence,
    Optional<AnswerFailure> failure) {
  public WhereSeen {
    models = List.copyOf(models);
  }

  /// Whether the server has cut the prompt, as its own count shows.
  public boolean isCut() {
    return promptTokens.isPresent()
        && contextTokens
            .filter(context -> CutRules.cutFirst(promptTokens.get(), context))
            .isPresent();
  }
}
