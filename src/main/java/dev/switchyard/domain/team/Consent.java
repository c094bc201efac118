package dev.switchyard.domain.team;

import java.util.Set;
import java.util.stream.Collectors;

/// What a person agrees to beyond what a shared file adds.
///
/// @param replace whether what has the same name may go
/// @param commands those that may run on this machine, each in full
public record Consent(boolean replace, Set<String> commands) {
  public static final Consent NONE = new Consent(false, Set.of());

  public Consent {
    commands = Set.copyOf(commands);
  }

  /// To all commands that the review has shown.
  public static Consent of(boolean replace, boolean allCommands, TeamReview review) {
    return new Consent(
        replace,
        allCommands
            ? review.commands().stream()
                .flatMap(item -> item.newCommand().stream())
                .collect(Collectors.toSet())
            : Set.of());
  }
}
