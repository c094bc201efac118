package dev.switchyard.domain.doctor;

import java.time.Duration;

/// How long the server takes to read a project's first prompt, when it must be read from its
/// beginning.
///
/// @param tokens how long the prompt is
/// @param measured whether that was counted in this project; otherwise it is what Claude Code
///   usually begins with
/// @param tokensPerSecond how fast the last benchmark of this model was
public record PromptReading(long tokens, boolean measured, double tokensPerSecond) {
  /// Measured with Claude Code 2.1.330 in an empty project.
  public static final long USUAL_TOKENS = 16_700;

  public Duration duration() {
    return Duration.ofMillis(Math.round(1_000 * tokens / tokensPerSecond));
  }
}
