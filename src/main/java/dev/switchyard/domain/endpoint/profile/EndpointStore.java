package dev.switchyard.domain.endpoint.profile;

import dev.switchyard.domain.PortException;
import java.util.List;

/// Port: keeps the endpoints that a person has named. What it keeps besides and does not know
/// stays.
public interface EndpointStore {
  /// In the order in which they were added.
  ///
  /// @throws PortException MALFORMED with the place, where what is kept cannot be read
  List<EndpointProfile> all() throws PortException;

  /// Adds it, or puts it in the place of the one of its name.
  ///
  /// @throws PortException as [#all], and what writing a file gives; nothing is changed then
  void put(EndpointProfile profile) throws PortException;

  /// @return whether there was one
  /// @throws PortException as [#put]
  boolean remove(String name) throws PortException;
}
