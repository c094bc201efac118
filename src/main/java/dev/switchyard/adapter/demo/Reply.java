package dev.switchyard.adapter.demo;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What a simulated model says. A word counts as a token.
///
/// @param words each with the blank that follows it
/// @param cutOff whether the limit ended it
/// @param promptTokens a quarter of the prompt's characters, as the real server estimates
record Reply(List<String> words, boolean cutOff, int promptTokens) {
  /// How long a word takes, at the speed of a good GPU.
  static final Duration WORD = Duration.ofMillis(12);

  private static final double WILD_TEMPERATURE = 1.5;
  private static final double SURE_TOP_P = 0.1;

  static Reply to(SimulatedModel model, String prompt, int mostTokens) {
    return of(text(model), prompt, mostTokens);
  }

  /// To a request for a message, whose temperature and stop sequences count.
  ///
  /// @param number the request's, so that no two wild answers are alike
  static Reply to(SimulatedModel model, JsonNode body, String prompt, long number) {
    boolean wild =
        body.path("temperature").asDouble(0) >= WILD_TEMPERATURE
            && body.path("top_p").asDouble(1) > SURE_TOP_P;
    var text = wild ? "No. " + number + ": " + text(model) : text(model);
    for (var stop : body.path("stop_sequences")) {
      int at = text.indexOf(stop.asString(""));
      text = at >= 0 ? text.substring(0, at) : text;
    }
    return of(text, prompt, body.path("max_tokens").asInt());
  }

  private static String text(SimulatedModel model) {
    return "I am "
        + model.name().shortText()
        + ", a simulated model of Switchyard's demonstration. I answer every question with this text.";
  }

  private static Reply of(String text, String prompt, int mostTokens) {
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
