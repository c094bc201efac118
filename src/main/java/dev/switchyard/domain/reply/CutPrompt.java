package dev.switchyard.domain.reply;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.Tokens;
import java.util.Locale;
import java.util.Optional;

/// A prompt that the server has cut, as the count of its tokens shows. The server itself says
/// nothing: it answers with 200 and without an error.
///
/// @param reply the reply that shows it
/// @param sign what shows it
/// @param contextTokens the context that the model was served with
/// @param atLeast what the prompt must have had, in tokens, where that is the sign
public record CutPrompt(Reply reply, Sign sign, int contextTokens, Optional<Long> atLeast) {
  /// What of a count shows that a prompt was cut.
  public enum Sign {
    /// It is the whole context.
    FULL,
    /// It is just what Ollama leaves of a prompt that is too long.
    HALF,
    /// It is less than what the conversation had already, and what came to it since.
    SHORT,
    /// The prompt was counted whole, but with the answer it is more than the context.
    OVERRUN;

    /// As the command line's JSON names it.
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What happened, and how it is known.
  public Message text() {
    return Message.of(
        "context.cut." + sign.wireName(),
        reply.model(),
        reply.promptTokens(),
        new Tokens(contextTokens),
        atLeast.orElseGet(() -> reply.promptTokens() + reply.outputTokens()));
  }

  /// What to do.
  public Message advice() {
    return Message.of("context.cut.advice");
  }
}
