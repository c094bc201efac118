package dev.switchyard.domain.usage;

/// Requests that were answered, and what the servers counted for them.
///
/// @param requests answered ones
/// @param inputTokens of the prompts, without those of the next two
/// @param cacheReadTokens of the prompts, read from the server's cache
/// @param cacheWriteTokens of the prompts, written to the server's cache
/// @param outputTokens of the answers
public record Tally(
    long requests,
    long inputTokens,
    long cacheReadTokens,
    long cacheWriteTokens,
    long outputTokens) {
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  /// All tokens of the prompts.
  public long promptTokens() {
    return inputTokens + cacheReadTokens + cacheWriteTokens;
  }

  public boolean isNone() {
    return equals(NONE);
  }

  public Tally plus(Tally other) {
    return new Tally(
        requests + other.requests,
        inputTokens + other.inputTokens,
        cacheReadTokens + other.cacheReadTokens,
        cacheWriteTokens + other.cacheWriteTokens,
        outputTokens + other.outputTokens);
  }

  /// What one answer has more than was noted of it earlier: a server counts upwards.
  Tally risenTo(Tally later) {
    return new Tally(
        0,
        Math.max(0, later.inputTokens - inputTokens),
        Math.max(0, later.cacheReadTokens - cacheReadTokens),
        Math.max(0, later.cacheWriteTokens - cacheWriteTokens),
        Math.max(0, later.outputTokens - outputTokens));
  }
}
