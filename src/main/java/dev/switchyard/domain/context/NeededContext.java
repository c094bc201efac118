package dev.switchyard.domain.context;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.EffectiveRoute.Setting;
import dev.switchyard.domain.route.option.ContextBudget;
import dev.switchyard.domain.route.option.FirstPrompt;
import dev.switchyard.domain.route.option.RouteOptions;
import java.util.Optional;

/// What a project needs: its first prompt, and what Claude Code keeps free beside it before it
/// compacts a conversation.
///
/// @param promptTokens the first prompt
/// @param reservedTokens what is kept free
/// @param measured whether the prompt was measured in this project, or estimated from that of an
///   empty one
record NeededContext(int promptTokens, int reservedTokens, boolean measured) {
  /// @param measured the project's first prompt in tokens, where a proof has measured it
  static NeededContext of(EffectiveRoute route, ToldContext told, Optional<Long> measured) {
    int reserved =
        told.output().map(ContextBudget::reservedBeside).orElseGet(ContextBudget::mostReserved);
    return measured
        .map(tokens -> new NeededContext(Math.toIntExact(tokens), reserved, true))
        .orElseGet(() -> new NeededContext(FirstPrompt.tokens(standing(route)), reserved, false));
  }

  int tokens() {
    return promptTokens + reservedTokens;
  }

  Figure figure() {
    return new Figure(
        tokens(),
        Message.of(
            measured ? "context.source.measured" : "context.source.estimated",
            (long) promptTokens,
            (long) reservedTokens));
  }

  private static RouteOptions standing(EffectiveRoute route) {
    return RouteOptions.standing((key, text) ->
        Optional.ofNullable(route.values().get(key.displayName()))
            .map(Setting::value)
            .equals(Optional.of(text)));
  }
}
