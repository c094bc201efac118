package dev.switchyard.domain.project;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Port: keeps what a person said about the list of projects.
public interface ProjectStore {
  /// @param added projects that the person added, in that order
  /// @param removed projects that the person took off the list, although Claude Code remembers them
  /// @param personal git projects whose routes the person writes for themselves only
  /// @param shared git projects whose routes the person shares with everybody who has the project
  record Known(List<Path> added, Set<Path> removed, Set<Path> personal, Set<Path> shared) {
    public static final Known NOTHING = new Known(List.of(), Set.of(), Set.of(), Set.of());

    public Known {
      added = List.copyOf(added);
      removed = Set.copyOf(removed);
      personal = Set.copyOf(personal);
      shared = Set.copyOf(shared);
    }
  }

  /// @throws PortException MALFORMED where the file cannot be read, DENIED, FAILED
  Known load() throws PortException;

  void save(Known known) throws PortException;
}
