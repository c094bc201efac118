package dev.switchyard.domain.doctor;

import dev.switchyard.domain.PortException;
import java.util.List;

/// Port: keeps what fixes have done, for their undo.
public interface TreatmentStore {
  /// Oldest first.
  ///
  /// @throws PortException MALFORMED where what is kept cannot be read, DENIED, FAILED
  List<Treatment> load() throws PortException;

  /// @throws PortException DENIED, NO_SPACE, FAILED
  void save(List<Treatment> treatments) throws PortException;
}
