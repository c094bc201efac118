package dev.switchyard.adapter.file;

import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.probe.Proof;
import dev.switchyard.domain.probe.ProofStore;
import java.nio.file.Path;
import java.util.Optional;

/// The last proof of each folder, one private file each in `proofs` of Switchyard's state folder,
/// so that the window and a command do not overwrite what the other has proven.
public final class ProofFiles implements ProofStore {
  private final Path directory;

  /// @param state Switchyard's state folder
  public ProofFiles(Path state) {
    this.directory = state.resolve("proofs");
  }

  @Override
  public Optional<Proof> find(Path folder) throws PortException {
    return AtomicFiles.read(file(folder))
        .flatMap(ProofJson::read)
        .filter(proof -> proof.folder().equals(folder));
  }

  @Override
  public void save(Proof proof) throws PortException {
    AtomicFiles.writePrivate(file(proof.folder()), ProofJson.write(proof));
  }

  private Path file(Path folder) {
    return directory.resolve(Fingerprint.of(folder.toString()).shortText() + ".json");
  }
}
