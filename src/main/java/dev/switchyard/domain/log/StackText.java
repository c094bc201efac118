package dev.switchyard.domain.log;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/// A failure with all that led to it, as Java prints it.
public final class StackText {
  /// Of one failure; a recursion without an end has a thousand that say the same.
  private static final int MOST_FRAMES = 60;

  private final StringBuilder text = new StringBuilder();
  private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private StackText() {}

  public static String of(Throwable failure) {
    var whole = new StackText();
    whole.add("", failure);
    return whole.text.toString().stripTrailing();
  }

  private void add(String heading, Throwable failure) {
    if (!seen.add(failure)) {
      return;
    }
    text.append(heading).append(failure).append('\n');
    var frames = failure.getStackTrace();
    for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
      text.append("\tat ").append(frames[i]).append('\n');
    }
    if (frames.length > MOST_FRAMES) {
      text.append("\t... ").append(frames.length - MOST_FRAMES).append(" more\n");
    }
    for (var suppressed : failure.getSuppressed()) {
      add("Suppressed: ", suppressed);
    }
    var cause = failure.getCause();
    if (cause != null) {
      add("Caused by: ", cause);
    }
  }
}
