package dev.switchyard.adapter.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// What each loaded model has of the last prompt: a prompt that begins like it is read from there
/// on only, as a real runner does.
final class PrefixCache {
  private static final int CHARACTERS_PER_TOKEN = 4;
  private static final long NANOS_PER_TOKEN = 400_000;

  private final Map<String, String> lastByWeights = new HashMap<>();

  /// How long the model reads the prompt, at the speed of a good GPU. The last token is always
  /// read: the answer comes from it.
  synchronized Duration read(SimulatedModel model, String prompt) {
    var last = lastByWeights.put(model.weights().digest(), prompt);
    int known = last == null ? 0 : commonPrefix(last, prompt);
    int tokens = Math.max(1, (prompt.length() - known) / CHARACTERS_PER_TOKEN);
    return Duration.ofNanos(tokens * NANOS_PER_TOKEN);
  }

  private static int commonPrefix(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int at = 0; at < length; at++) {
      if (one.charAt(at) != other.charAt(at)) {
        return at;
      }
    }
    return length;
  }
}
