package dev.switchyard.domain.route;

import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import java.util.List;

/// What a person has told Switchyard, read when a route asks for it.
public final class PersonsKnowledge implements RouteKnowledge {
  private final Profiles profiles;
  private final OperatingSystem system;

  /// The endpoints that have a name.
  @FunctionalInterface
  public interface Profiles {
    List<EndpointProfile> all() throws PortException;
  }

  public PersonsKnowledge(Profiles profiles, OperatingSystem system) {
    this.profiles = profiles;
    this.system = system;
  }

  @Override
  public List<RouteEndpoint> endpoints() {
    try {
      return profiles.all().stream().map(one -> new RouteEndpoint(one, system)).toList();
    } catch (PortException _) {
      // Without names, what is sent to a server is judged by what stands in the settings alone;
      // `switchyard endpoint` tells what is wrong with the file.
      return List.of();
    }
  }

  @Override
  public RouteKnowledge atThisMoment() {
    return new Remembered(endpoints());
  }

  private record Remembered(List<RouteEndpoint> endpoints) implements RouteKnowledge {}
}
