package dev.switchyard.fake;

import dev.switchyard.domain.probe.Proof;
import dev.switchyard.domain.probe.ProofStore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Remembers proofs for the time of a test.
public final class MemoryProofs implements ProofStore {
  private final Map<Path, Proof> proofs = new HashMap<>();

  @Override
  public Optional<Proof> find(Path folder) {
    return Optional.ofNullable(proofs.get(folder));
  }

  @Override
  public void save(Proof proof) {
    proofs.put(proof.folder(), proof);
  }
}
