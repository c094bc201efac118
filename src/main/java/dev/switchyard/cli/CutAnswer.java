package dev.switchyard.cli;

import dev.switchyard.domain.reply.CutPrompt;

/// A prompt that the server has cut, as part of an answer.
final class CutAnswer {
  private CutAnswer() {}

  static void fill(Answer answer, CutPrompt cut) {
    answer
        .put("sign", cut.sign().wireName())
        .put("model", cut.reply().model())
        .put("at", cut.reply().at().toString())
        .put("countedTokens", cut.reply().promptTokens())
        .put("atLeastTokens", cut.atLeast())
        .put("contextTokens", cut.contextTokens())
        .put("text", cut.text())
        .put("advice", cut.advice());
  }

  static void print(Console console, CutPrompt cut) {
    console.plain("  " + console.texts().text(cut.text()));
    console.plain("  " + console.texts().text(cut.advice()));
  }
}
