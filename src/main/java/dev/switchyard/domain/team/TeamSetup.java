package dev.switchyard.domain.team;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What a file shares. It means the same on every machine: it holds no secret, and no path of
/// anybody's.
///
/// @param endpoints by name
/// @param variants by name
/// @param route of the project that the file belongs to
public record TeamSetup(
    List<SharedEndpoint> endpoints, List<SharedVariant> variants, Optional<SharedRoute> route) {
  /// How many endpoints, and how many variants, one file may hold.
  public static final int MOST = 100;

  public TeamSetup {
    endpoints = sorted(endpoints, SharedEndpoint::name);
    variants = sorted(variants, SharedVariant::name);
  }

  /// @throws PortException REFUSED where there are too many, two that people or programs would take
  ///   for one, or a route to an endpoint that is not in it
  public static TeamSetup of(
      List<SharedEndpoint> endpoints, List<SharedVariant> variants, Optional<SharedRoute> route)
      throws PortException {
    requireApart(endpoints.stream().map(SharedEndpoint::name).toList());
    requireApart(variants.stream().map(SharedVariant::plainName).toList());
    var setup = new TeamSetup(endpoints, variants, route);
    var target = route.flatMap(SharedRoute::endpoint);
    if (target.isPresent() && setup.endpoint(target.get()).isEmpty()) {
      throw refused(Message.of("team.route.endpoint", target.get()));
    }
    return setup;
  }

  public Optional<SharedEndpoint> endpoint(String name) {
    return endpoints.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  private static void requireApart(List<String> names) throws PortException {
    if (names.size() > MOST) {
      throw refused(Message.of("team.too-many", MOST));
    }
    var seen = new HashSet<String>();
    for (var name : names) {
      if (!seen.add(name.toLowerCase(Locale.ROOT))) {
        throw refused(Message.of("team.name.twice", name));
      }
    }
  }

  private static <T> List<T> sorted(List<T> all, Function<T, String> name) {
    return all.stream().sorted(Comparator.comparing(name)).toList();
  }

  private static PortException refused(Message reason) {
    return new PortException(PortException.Kind.REFUSED, reason);
  }
}
