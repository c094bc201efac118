package dev.switchyard.domain.team;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// What a person agrees to beyond what a shared file adds.
///
/// @param replace whether what has the same name may go
/// @param tokens those that may be taken from this machine, each from its source to its host
public record Consent(boolean replace, Set<TokenUse> tokens) {
  public static final Consent NONE = new Consent(false, Set.of());

  public Consent {
    tokens = Set.copyOf(tokens);
  }

  /// To all tokens of these kinds that the review has shown.
  public static Consent of(boolean replace, Set<TokenUse.Kind> kinds, TeamReview review) {
    return new Consent(
        replace,
        review.tokenUses().stream()
            .flatMap(item -> item.newTokenUse().stream())
            .filter(use -> kinds.contains(use.kind()))
            .collect(Collectors.toSet()));
  }

  public Consent replacing(boolean allowed) {
    return new Consent(allowed, tokens);
  }

  public Consent with(TokenUse use, boolean allowed) {
    var changed = new HashSet<>(tokens);
    if (allowed) {
      changed.add(use);
    } else {
      changed.remove(use);
    }
    return new Consent(replace, changed);
  }
}
