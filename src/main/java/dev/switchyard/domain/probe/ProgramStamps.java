package dev.switchyard.domain.probe;

import java.nio.file.Path;
import java.util.Optional;

/// Port: tells one build of an installed program from the next without running it.
@FunctionalInterface
public interface ProgramStamps {
  /// @return a text that changes when another build is installed there; empty where no program is
  Optional<String> of(Path program);
}
