package dev.switchyard.domain.route;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The use case of the endpoint to offer where a project's own cannot be reached. It is offered,
/// never taken: where requests go is the person's choice.
public final class RouteFallbacks {
  private final Store store;
  private final RouteKnowledge knowledge;
  private final UnaryOperator<Path> real;

  /// Port: keeps the name of the endpoint for each project.
  public interface Store {
    /// @throws PortException MALFORMED where it cannot be read
    Map<Path, String> load() throws PortException;

    /// Nobody else changes it meanwhile.
    ///
    /// @param name empty for none
    /// @throws PortException as [#load], and what writing a file gives; nothing is changed then
    void set(Path folder, Optional<String> name) throws PortException;
  }

  /// @param real the one name of a folder that may be reached by several
  public RouteFallbacks(Store store, RouteKnowledge knowledge, UnaryOperator<Path> real) {
    this.store = store;
    this.knowledge = knowledge;
    this.real = real;
  }

  /// What may be offered: an endpoint that is known still, and that the project may reach.
  public Optional<RouteEndpoint> offered(Path folder) {
    try {
      return Optional.ofNullable(store.load().get(real.apply(folder)))
          .flatMap(this::named)
          .filter(endpoint -> isAllowed(folder, endpoint));
    } catch (PortException _) {
      // Nothing is offered where nobody can say what was chosen.
      return Optional.empty();
    }
  }

  /// @param name empty for none
  /// @throws PortException MISSING for an endpoint that nobody has named, REFUSED for one that a
  ///   project which is local only may not reach, and what writing a file gives
  public void set(Path folder, Optional<String> name) throws PortException {
    if (name.isPresent()) {
      check(folder, name.get());
    }
    store.set(real.apply(folder), name);
  }

  /// What choosing this one would be refused for.
  ///
  /// @throws PortException as [#set]
  public void check(Path folder, String name) throws PortException {
    var endpoint = named(name);
    if (endpoint.isEmpty()) {
      throw new PortException(
          PortException.Kind.MISSING, Message.of("endpoint.profile.missing", name));
    }
    if (!isAllowed(folder, endpoint.get())) {
      throw new PortException(PortException.Kind.REFUSED, Message.of("fallback.not-allowed", name));
    }
  }

  private Optional<RouteEndpoint> named(String name) {
    return knowledge.endpoints().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  private boolean isAllowed(Path folder, RouteEndpoint endpoint) {
    var host = endpoint.profile().url().host();
    return knowledge
        .localOnly(folder)
        .map(rule -> rule.map(one -> one.allows(host)).orElse(true))
        .toOptional()
        .orElse(false);
  }
}
