package dev.switchyard.domain.endpoint.profile;

import dev.switchyard.domain.PortException;
import java.util.List;
import java.util.Optional;

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

  /// Puts it in the place of another one, whose name it need not keep.
  ///
  /// @return whether there was one of that name
  /// @throws PortException as [#put]
  boolean replace(String name, EndpointProfile profile) throws PortException;

  /// @return what was there; empty where there was none
  /// @throws PortException as [#put]
  Optional<RemovedEndpoint> remove(String name) throws PortException;

  /// Puts back what was removed, where it stood.
  ///
  /// @throws PortException as [#put]
  void restore(RemovedEndpoint removed) throws PortException;
}
