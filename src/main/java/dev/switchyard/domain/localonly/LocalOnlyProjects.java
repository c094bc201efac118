package dev.switchyard.domain.localonly;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The use case of making projects local only, and of asking which are.
public final class LocalOnlyProjects {
  private final LocalOnlyStore store;
  private final UnaryOperator<Path> real;

  /// @param real the one name of a folder that may be reached by several
  public LocalOnlyProjects(LocalOnlyStore store, UnaryOperator<Path> real) {
    this.store = store;
    this.real = real;
  }

  /// What holds for a folder: of it, else of the nearest one around it, else everywhere.
  ///
  /// @throws PortException MALFORMED where it cannot be read
  public Optional<LocalOnly> of(Path folder) throws PortException {
    return of(folder, store.load());
  }

  private Optional<LocalOnly> of(Path folder, LocalOnlyStore.Kept kept) {
    if (kept.folders().isEmpty()) {
      return kept.everywhere();
    }
    for (var one = real.apply(folder); one != null; one = one.getParent()) {
      var rule = kept.folders().get(one);
      if (rule != null) {
        return Optional.of(rule);
      }
    }
    return kept.everywhere();
  }

  public Optional<LocalOnly> everywhere() throws PortException {
    return store.load().everywhere();
  }

  public Map<Path, LocalOnly> folders() throws PortException {
    return store.load().folders();
  }

  /// @param rule empty for a project that may reach everything again, as far as nothing else holds
  ///   for it
  public void set(Path folder, Optional<LocalOnly> rule) throws PortException {
    var name = real.apply(folder);
    store.change(kept -> kept.with(name, rule));
  }

  public void setEverywhere(Optional<LocalOnly> rule) throws PortException {
    store.change(kept -> kept.everywhere(rule));
  }
}
