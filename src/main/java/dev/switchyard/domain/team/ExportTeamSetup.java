package dev.switchyard.domain.team;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.EndpointStore;
import dev.switchyard.domain.log.Redaction;
import dev.switchyard.domain.modelfile.ModelfileStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The use case of making a file that a team shares out of what a person has. What no file may say
/// is refused with its place, and nothing is left out in silence.
public final class ExportTeamSetup {
  private final EndpointStore endpoints;
  private final ModelfileStore modelfiles;
  private final CertificateStore certificates;
  private final ExportedRoute routes;
  private final Redaction secrets;

  /// @param secrets also knows the person's home and the values of this process' variables
  public ExportTeamSetup(
      EndpointStore endpoints,
      ModelfileStore modelfiles,
      CertificateStore certificates,
      ExportedRoute routes,
      Redaction secrets) {
    this.endpoints = endpoints;
    this.modelfiles = modelfiles;
    this.certificates = certificates;
    this.routes = routes;
    this.secrets = secrets;
  }

  /// What is to be shared.
  ///
  /// @param endpoints their names
  /// @param variants their names
  /// @param project whose route comes along, with the endpoint and the variant that it needs
  public record Wish(Set<String> endpoints, Set<String> variants, Optional<Path> project) {
    public Wish {
      endpoints = Set.copyOf(endpoints);
      variants = Set.copyOf(variants);
    }
  }

  /// All that the person has, but for routes.
  ///
  /// @throws PortException as [#setup]
  public Wish everything() throws PortException {
    var names = endpoints.all().stream().map(EndpointProfile::name).toList();
    return new Wish(Set.copyOf(names), Set.copyOf(modelfiles.names()), Optional.empty());
  }

  /// @throws PortException MISSING for a name that is not there, REFUSED where something cannot be
  ///   shared, and what reading gives
  public TeamSetup setup(Wish wish) throws PortException {
    var project = wish.project();
    var route =
        project.isPresent()
            ? Optional.of(routes.of(project.get(), endpoints.all()))
            : Optional.<SharedRoute>empty();
    var endpointNames = new TreeSet<>(wish.endpoints());
    route.flatMap(SharedRoute::endpoint).ifPresent(endpointNames::add);
    var variantNames = new TreeSet<>(wish.variants());
    if (route.isPresent() && modelfiles.read(route.get().model()).isPresent()) {
      variantNames.add(route.get().model());
    }
    var setup = TeamSetup.of(endpoints(endpointNames), variants(variantNames), route);
    checkSecrets(setup);
    return setup;
  }

  private List<SharedEndpoint> endpoints(Set<String> names) throws PortException {
    var known = endpoints.all();
    var shared = new ArrayList<SharedEndpoint>();
    for (var name : names) {
      var profile =
          known.stream()
              .filter(one -> one.name().equals(name))
              .findFirst()
              .orElseThrow(() ->
                  new PortException(
                      PortException.Kind.MISSING, Message.of("endpoint.profile.missing", name)));
      shared.add(
          of(
              "team.export.endpoint",
              name,
              () -> ProfileSharing.shareForOthers(profile, certificates)));
    }
    return shared;
  }

  private List<SharedVariant> variants(Set<String> names) throws PortException {
    var shared = new ArrayList<SharedVariant>();
    for (var name : names) {
      var saved =
          modelfiles
              .read(name)
              .orElseThrow(() ->
                  new PortException(
                      PortException.Kind.MISSING, Message.of("team.export.no-variant", name)));
      shared.add(of("team.export.variant", name, () -> SharedVariant.of(name, saved.modelfile())));
    }
    return shared;
  }

  /// Each text by itself: around it stand words that secrets have beside them in other texts.
  private void checkSecrets(TeamSetup setup) throws PortException {
    for (var endpoint : setup.endpoints()) {
      of(
          "team.export.endpoint",
          endpoint.name(),
          () -> {
            SharedText.checkSecrets(endpoint.url().toString(), secrets);
            return endpoint;
          });
    }
    for (var variant : setup.variants()) {
      of(
          "team.export.variant",
          variant.name(),
          () -> {
            for (var line : variant.lines()) {
              SharedText.checkSecrets(line, secrets);
            }
            return variant;
          });
    }
    if (setup.route().isPresent()) {
      SharedText.checkSecrets(setup.route().get().model(), secrets);
    }
  }

  /// Makes something that may be refused.
  @FunctionalInterface
  private interface Made<T> {
    T make() throws PortException;
  }

  private static <T> T of(String key, String name, Made<T> made) throws PortException {
    try {
      return made.make();
    } catch (PortException e) {
      throw new PortException(e.kind(), Message.of(key, name, e.text()), e);
    }
  }
}
