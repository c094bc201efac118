package dev.switchyard.adapter.demo;

import java.util.List;

/// What a simulated model says. A word counts as a token.
///
/// @param words each with the blank that follows it
/// @param cutOff whether the limit ended it
/// @param promptTokens a quarter of the prompt's characters, as the real server estimates
record Reply(List<String> words, boolean cutOff, int promptTokens) {
  static Reply to(SimulatedModel model, String prompt, int mostTokens) {
    var text =
        "I am "
            + model.name().shortText()
            + ", a simulated model of Switchyard's demonstration. I answer every question with this text.";
    var words = List.of(text.split("(?<= )"));
    boolean cutOff = words.size() > mostTokens;
    return new Reply(
        cutOff ? words.subList(0, mostTokens) : words, cutOff, Math.max(1, prompt.length() / 4));
  }

  String text() {
    return String.join("", words);
  }

  /// Prompts longer than the context are cut without a word, as the real server does.
  Reply within(int contextLength) {
    return new Reply(words, cutOff, Math.min(promptTokens, contextLength));
  }
}
