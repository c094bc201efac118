package dev.switchyard.domain.preference;

import dev.switchyard.domain.PortException;
import java.util.Optional;

/// Port: remembers the window's place from one start to the next.
public interface WindowPlacementStore {
  /// Empty at the first start, and where what was remembered cannot be read: it is not worth a
  /// message.
  Optional<WindowPlacement> load();

  void save(WindowPlacement placement) throws PortException;
}
