package dev.switchyard.domain.endpoint.profile;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.util.List;
import java.util.Optional;

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

  /// The first one with exactly this base URL: scheme, host, port and path.
  ///
  /// @throws PortException MALFORMED where what is kept cannot be read
  public Optional<EndpointProfile> at(EndpointUrl url) throws PortException {
    return store.all().stream().filter(profile -> profile.url().isSameAs(url)).findFirst();
  }

  /// @param replace whether one of this name may be there
  /// @throws PortException CONFLICT where one is there and may not
  public void add(EndpointProfile profile, boolean replace) throws PortException {
    if (!replace) {
      refuseTaken(profile.name());
    }
    store.put(profile);
  }

  /// Changes one, also its name.
  ///
  /// @param name the one that it has until now
  /// @throws PortException MISSING where none has this name, CONFLICT where another one has the new
  ///   one
  public void replace(String name, EndpointProfile profile) throws PortException {
    if (!profile.name().equals(name)) {
      refuseTaken(profile.name());
    }
    if (!store.replace(name, profile)) {
      throw missing(name);
    }
  }

  /// @throws PortException MISSING where none has this name
  public RemovedEndpoint remove(String name) throws PortException {
    return store.remove(name).orElseThrow(() -> missing(name));
  }

  /// Takes a removal back.
  ///
  /// @throws PortException CONFLICT where another one has the name by now
  public void restore(RemovedEndpoint removed) throws PortException {
    refuseTaken(removed.profile().name());
    store.restore(removed);
  }

  private void refuseTaken(String name) throws PortException {
    if (store.all().stream().anyMatch(one -> one.name().equals(name))) {
      throw new PortException(
          PortException.Kind.CONFLICT, Message.of("endpoint.profile.taken", name));
    }
  }

  private static PortException missing(String name) {
    return new PortException(
        PortException.Kind.MISSING, Message.of("endpoint.profile.missing", name));
  }
}
