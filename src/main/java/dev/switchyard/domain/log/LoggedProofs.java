package dev.switchyard.domain.log;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.probe.Proof;
import dev.switchyard.domain.probe.ProofStore;
import java.nio.file.Path;
import java.util.Optional;

/// Proofs that are logged when they are kept.
public final class LoggedProofs implements ProofStore {
  private final ProofStore store;
  private final EventLog log;

  public LoggedProofs(ProofStore store, EventLog log) {
    this.store = store;
    this.log = log;
  }

  @Override
  public Optional<Proof> find(Path folder) throws PortException {
    return store.find(folder);
  }

  @Override
  public void save(Proof proof) throws PortException {
    log.note(
        "verify %s: %s, %s, Claude Code %s"
            .formatted(
                proof.folder(),
                proof.proven() ? "proven" : "not proven",
                proof.destination(),
                proof.claudeVersion()));
    store.save(proof);
  }
}
