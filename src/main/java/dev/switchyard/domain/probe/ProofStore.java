package dev.switchyard.domain.probe;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.util.Optional;

/// Port: the last proof of each folder, kept between runs.
public interface ProofStore {
  /// Empty also where what stands there is of no use any more.
  Optional<Proof> find(Path folder) throws PortException;

  /// Takes the place of the folder's earlier one.
  void save(Proof proof) throws PortException;
}
