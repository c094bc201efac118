package dev.switchyard.domain.endpoint.profile;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.util.List;

/// The endpoints that a person has named.
public final class Endpoints {
  private final EndpointStore store;

  public Endpoints(EndpointStore store) {
    this.store = store;
  }

  public List<EndpointProfile> all() throws PortException {
    return store.all();
  }

  /// @throws PortException MISSING where none has this name
  public EndpointProfile named(String name) throws PortException {
    return store.all().stream()
        .filter(profile -> profile.name().equals(name))
        .findFirst()
        .orElseThrow(() -> missing(name));
  }

  /// @param replace whether one of this name may be there
  /// @throws PortException CONFLICT where one is there and may not
  public void add(EndpointProfile profile, boolean replace) throws PortException {
    if (!replace && store.all().stream().anyMatch(one -> one.name().equals(profile.name()))) {
      throw new PortException(
          PortException.Kind.CONFLICT, Message.of("endpoint.profile.taken", profile.name()));
    }
    store.put(profile);
  }

  /// @throws PortException MISSING where none has this name
  public void remove(String name) throws PortException {
    if (!store.remove(name)) {
      throw missing(name);
    }
  }

  private static PortException missing(String name) {
    return new PortException(
        PortException.Kind.MISSING, Message.of("endpoint.profile.missing", name));
  }
}
