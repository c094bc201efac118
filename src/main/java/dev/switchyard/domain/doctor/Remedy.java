package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Message;
import java.util.List;

/// What mends a finding.
public sealed interface Remedy {
  /// Switchyard does it, after showing what it changes.
  ///
  /// @param steps in their order; each rests on the ones before
  record Fix(List<Step> steps) implements Remedy {
    public Fix {
      steps = List.copyOf(steps);
    }

    public static Fix of(Step... steps) {
      return new Fix(List.of(steps));
    }
  }

  /// Only the person can do it.
  ///
  /// @param what to do
  /// @param lines commands to paste into a terminal, in their order; none where there is no command
  ///   for it
  record ByHand(Message what, List<String> lines) implements Remedy {
    public ByHand {
      lines = List.copyOf(lines);
    }

    public static ByHand of(Message what, String... lines) {
      return new ByHand(what, List.of(lines));
    }
  }
}
