package dev.switchyard.domain.localonly;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Port: keeps which projects are local only.
public interface LocalOnlyStore {
  /// @param everywhere what holds for folders that no other entry is about
  /// @param folders what holds for a folder and all below it
  record Kept(Optional<LocalOnly> everywhere, Map<Path, LocalOnly> folders) {
    public static final Kept NOTHING = new Kept(Optional.empty(), Map.of());

    public Kept {
      folders = Map.copyOf(folders);
    }

    Kept with(Path folder, Optional<LocalOnly> rule) {
      var all = new LinkedHashMap<>(folders);
      rule.ifPresentOrElse(one -> all.put(folder, one), () -> all.remove(folder));
      return new Kept(everywhere, all);
    }

    Kept everywhere(Optional<LocalOnly> rule) {
      return new Kept(rule, folders);
    }
  }

  /// @throws PortException MALFORMED where it cannot be read
  Kept load() throws PortException;

  /// Nobody else changes it meanwhile.
  ///
  /// @throws PortException as [#load], and what writing a file gives; nothing is changed then
  void change(UnaryOperator<Kept> change) throws PortException;
}
