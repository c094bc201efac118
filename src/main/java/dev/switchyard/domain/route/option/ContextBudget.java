package dev.switchyard.domain.route.option;

/// What Claude Code makes of a context length.
///
/// @param contextTokens the length, in tokens
public record ContextBudget(int contextTokens) {
  /// What Claude Code asks for by itself.
  private static final int MOST_OUTPUT_TOKENS = 32_000;

  private static final int LEAST_OUTPUT_TOKENS = 1_024;
  private static final int MOST_RESERVED_TOKENS = 20_000;
  private static final int BUFFER_TOKENS = 13_000;

  /// The longest answer that Claude Code may ask for, in tokens: an eighth of the context. It is
  /// kept free for the answer, so in a small context it would crowd out the conversation, and a
  /// short one cuts a long file off in a large context.
  public int outputTokens() {
    return Math.clamp(contextTokens / 8, LEAST_OUTPUT_TOKENS, MOST_OUTPUT_TOKENS);
  }

  /// The length of a conversation at which Claude Code compacts it, in tokens; never below 0.
  /// Measured on Claude Code 2.1.330: the context less the answer's limit, of which it counts
  /// 20,000 at most, less 13,000.
  public int compactsAt() {
    return Math.max(0, contextTokens - reservedBeside(outputTokens()));
  }

  /// What Claude Code keeps free of any context before it compacts, in tokens.
  ///
  /// @param outputTokens the longest answer that it may ask for
  public static int reservedBeside(int outputTokens) {
    return Math.min(outputTokens, MOST_RESERVED_TOKENS) + BUFFER_TOKENS;
  }

  /// The same where nobody limits its answers.
  public static int mostReserved() {
    return reservedBeside(MOST_OUTPUT_TOKENS);
  }

  /// What the first prompt leaves for the conversation until it is compacted, in tokens.
  public int roomBeside(int promptTokens) {
    return Math.max(0, compactsAt() - promptTokens);
  }
}
