package dev.switchyard.cli;

import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import dev.switchyard.domain.route.option.ContextBudget;
import dev.switchyard.domain.route.option.FirstPrompt;
import java.util.LinkedHashMap;

/// What a local route is made of beyond the necessary, as an answer: for scripts and for people.
final class OptionAnswer {
  private OptionAnswer() {}

  static void fill(Answer answer, LocalTarget target) {
    var levels = new LinkedHashMap<String, String>();
    target.options().levels().forEach((option, level) -> levels.put(option.id(), level.name()));
    answer
        .map("options", levels)
        .put("contextLength", target.contextTokens())
        .put("firstPromptTokens", FirstPrompt.tokens(target.options()))
        .put("compactsAtTokens", new ContextBudget(target.contextTokens()).compactsAt());
  }

  static void print(Console console, LocalTarget target) {
    int prompt = FirstPrompt.tokens(target.options());
    console.line("cli.route.prompt", new Tokens(prompt), new Tokens(target.contextTokens()));
  }
}
