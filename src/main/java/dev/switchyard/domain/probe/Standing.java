package dev.switchyard.domain.probe;

import java.util.Optional;

/// How a route stands.
///
/// @param proof the proof that holds for it as it is now; also one that says what is wrong
/// @param prospect what proving it would mean
public record Standing(Optional<Proof> proof, Prospect prospect) {
  public boolean proven() {
    return proof.filter(Proof::proven).isPresent();
  }

  /// Whether requests were seen to go, or would go, otherwise than they should.
  public boolean disproven() {
    return proof.filter(one -> !one.differences().isEmpty()).isPresent();
  }
}
