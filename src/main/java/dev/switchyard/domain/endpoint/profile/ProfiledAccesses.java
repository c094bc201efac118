package dev.switchyard.domain.endpoint.profile;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.util.Optional;
import java.util.function.Supplier;

/// Tells it from the endpoints that a person has named. For Ollama where it usually is nothing is
/// read at all.
public final class ProfiledAccesses implements Accesses {
  private final Supplier<Endpoints> endpoints;
  private final TokenReader tokens;

  /// @param endpoints asked for when the first address needs it
  public ProfiledAccesses(Supplier<Endpoints> endpoints, TokenReader tokens) {
    this.endpoints = endpoints;
    this.tokens = tokens;
  }

  @Override
  public Access to(EndpointUrl url) throws PortException {
    return url.isSameAs(EndpointUrl.DEFAULT) ? Access.open(url) : named(url);
  }

  private Access named(EndpointUrl url) throws PortException {
    try {
      return of(url, endpoints.get().at(url));
    } catch (PortException e) {
      if (url.isLoopback()) {
        // A server on this machine rarely asks for anything, and says so itself where it does.
        return Access.open(url);
      }
      throw e;
    }
  }

  /// To an endpoint that was chosen by its name.
  public Access to(EndpointProfile profile) {
    return of(profile.url(), Optional.of(profile));
  }

  private Access of(EndpointUrl url, Optional<EndpointProfile> profile) {
    return new Access(url, profile, tokens);
  }
}
