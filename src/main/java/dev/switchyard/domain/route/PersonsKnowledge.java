package dev.switchyard.domain.route;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.localonly.LocalOnly;
import dev.switchyard.domain.localonly.LocalOnlyProjects;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a person has told Switchyard, read when a route asks for it.
public final class PersonsKnowledge implements RouteKnowledge {
  private final Profiles profiles;
  private final LocalOnlyProjects localOnly;
  private final OperatingSystem system;

  /// The endpoints that have a name.
  @FunctionalInterface
  public interface Profiles {
    List<EndpointProfile> all() throws PortException;
  }

  public PersonsKnowledge(Profiles profiles, LocalOnlyProjects localOnly, OperatingSystem system) {
    this.profiles = profiles;
    this.localOnly = localOnly;
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
    return new Remembered(endpoints(), this);
  }

  @Override
  public Known<Optional<LocalOnly>> localOnly(Path folder) {
    try {
      return Known.of(localOnly.of(folder));
    } catch (PortException e) {
      return Known.unknown(e.text());
    }
  }

  private record Remembered(List<RouteEndpoint> endpoints, RouteKnowledge other)
      implements RouteKnowledge {
    @Override
    public Known<Optional<LocalOnly>> localOnly(Path folder) {
      return other.localOnly(folder);
    }
  }
}
