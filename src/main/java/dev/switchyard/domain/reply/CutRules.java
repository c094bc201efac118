package dev.switchyard.domain.reply;

import dev.switchyard.domain.reply.CutPrompt.Sign;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Tells from the counts of tokens which prompts a server has cut.
///
/// Sources: Ollama before 0.30 keeps as much of the end of a prompt as fits
/// (`runner/ollamarunner/runner.go`; recorded from 0.25: 4,096 of 18,000 tokens). From 0.30 on it
/// keeps `num_keep` tokens and half of the rest (`llm/llama_server.go`; measured on 0.32.15: 2,050
/// tokens of a context of 4,096, 12,290 of 24,576). Both first leave out whole messages from the
/// beginning of a conversation until it fits (`server/prompt.go`).
public final class CutRules {
  /// No tokenizer makes so few tokens of text: the recorded requests have 4.28 to 4.66 bytes a
  /// token.
  private static final long MOST_BYTES_PER_TOKEN = 6;

  /// From here on a conversation may have been shortened to fit. Claude Code compacts before, and
  /// says so in its notes.
  private static final double NEARLY_FULL = 0.9;

  /// Ollama's own `num_keep`, and one more where the tokenizer begins each text with a token.
  private static final List<Integer> KEPT = List.of(4, 5);

  private CutRules() {}

  /// The last reply of a conversation whose prompt was cut.
  ///
  /// @param replies a conversation, oldest first
  /// @param contextTokens what its model is served with
  public static Optional<CutPrompt> last(List<Reply> replies, int contextTokens) {
    return IntStream.range(0, replies.size())
        .map(i -> replies.size() - 1 - i)
        .mapToObj(i ->
            cut(
                i == 0 ? Optional.empty() : Optional.of(replies.get(i - 1)),
                replies.get(i),
                contextTokens))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// Whether the very first prompt of a conversation was cut.
  ///
  /// @param promptTokens what the server counted of it
  public static boolean cutFirst(long promptTokens, int contextTokens) {
    return promptTokens >= contextTokens || isHalf(promptTokens, contextTokens);
  }

  /// @param before the reply before it in the same conversation
  static Optional<CutPrompt> cut(Optional<Reply> before, Reply reply, int contextTokens) {
    var atLeast =
        before
            .filter(one -> one.model().equals(reply.model()))
            .map(one -> one.promptTokens() + reply.addedBytes() / MOST_BYTES_PER_TOKEN);
    if (reply.promptTokens() >= contextTokens) {
      return found(reply, Sign.FULL, contextTokens, Optional.empty());
    }
    if (isHalf(reply.promptTokens(), contextTokens)
        && !hasGrown(before, reply, atLeast, contextTokens)) {
      return found(reply, Sign.HALF, contextTokens, Optional.empty());
    }
    boolean isShort =
        atLeast
            .filter(least -> least > reply.promptTokens())
            .filter(least -> least >= contextTokens * NEARLY_FULL)
            .isPresent();
    if (isShort) {
      return found(reply, Sign.SHORT, contextTokens, atLeast);
    }
    return reply.promptTokens() + reply.outputTokens() > contextTokens
        ? found(reply, Sign.OVERRUN, contextTokens, Optional.empty())
        : Optional.empty();
  }

  private static Optional<CutPrompt> found(
      Reply reply, Sign sign, int contextTokens, Optional<Long> atLeast) {
    return Optional.of(new CutPrompt(reply, sign, contextTokens, atLeast));
  }

  private static boolean isHalf(long promptTokens, int contextTokens) {
    return KEPT.stream()
        .anyMatch(kept -> promptTokens == contextTokens - (contextTokens - kept) / 2);
  }

  /// A conversation that grows passes half of the context some day, and may meet the very number.
  private static boolean hasGrown(
      Optional<Reply> before, Reply reply, Optional<Long> atLeast, int contextTokens) {
    boolean fits = atLeast.filter(least -> least <= reply.promptTokens()).isPresent();
    return before.isEmpty()
        ? !reply.first()
        : fits && before.filter(one -> isHalf(one.promptTokens(), contextTokens)).isEmpty();
  }
}
