package dev.switchyard.domain.route.option;

import java.util.List;

/// How large the first prompt of a session is, before a person's own files and tools come on top.
public final class FirstPrompt {
  /// The first request with a local route and no option, in bytes: an interactive session of Claude
  /// Code 2.1.330 with the prompt `hello` in an empty git repository.
  public static final int PLAIN_BYTES = 55_170;

  /// How many bytes of such a request make a token. Counted over the texts and tools of the
  /// recorded requests: 4.28 to 4.41 with the tokenizer of Gemma 3, 4.45 to 4.60 with that of Qwen
  /// 3, 4.50 to 4.66 with that of gpt-oss.
  public static final double BYTES_PER_TOKEN = 4.3;

  /// Below this, a conversation is compacted after a few files have been read. An assumption: ten
  /// files of 400 lines.
  public static final int COMFORTABLE_ROOM_TOKENS = 16_000;

  private static final int WORTH_A_WORD_TOKENS = 500;

  private FirstPrompt() {}

  public static int bytes(RouteOptions options) {
    return PLAIN_BYTES + options.levels().values().stream().mapToInt(Level::promptBytes).sum();
  }

  public static int tokens(RouteOptions options) {
    return tokens(bytes(options));
  }

  /// What a level leaves out of every prompt, in tokens; 0 where that is too little to speak of.
  public static int savedTokens(Level level) {
    int saved = tokens(-level.promptBytes());
    return saved < WORTH_A_WORD_TOKENS ? 0 : saved;
  }

  /// To the next hundred: more would promise what another tokenizer does not keep.
  static int tokens(int bytes) {
    return (int) Math.round(bytes / BYTES_PER_TOKEN / 100) * 100;
  }

  /// Whether a conversation has little room beside the first prompt.
  public static boolean isCramped(RouteOptions options, int contextTokens) {
    return new ContextBudget(contextTokens).roomBeside(tokens(options)) < COMFORTABLE_ROOM_TOKENS;
  }

  /// @return the strongest level where none of them leaves room
  static Level mildestWithRoom(List<Level> levels, int contextTokens) {
    var budget = new ContextBudget(contextTokens);
    return levels.stream()
        .filter(level ->
            budget.roomBeside(tokens(PLAIN_BYTES + level.promptBytes())) >= COMFORTABLE_ROOM_TOKENS)
        .findFirst()
        .orElseGet(levels::getLast);
  }
}
