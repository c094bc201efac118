package dev.switchyard.domain.truth;

import dev.switchyard.domain.PortException;
import java.util.List;

/// Port: keeps lessons beyond this run. All calls block.
public interface LessonStore {
  /// Oldest first; empty where nothing was kept yet.
  ///
  /// @throws PortException DENIED, FAILED, MALFORMED where what was kept cannot be understood
  List<Lesson> load() throws PortException;

  /// Replaces all that is kept.
  ///
  /// @throws PortException DENIED, NO_SPACE, FAILED; what was kept stays then
  void save(List<Lesson> lessons) throws PortException;
}
