package dev.switchyard.domain.probe;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.Programs;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.PassedOn;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.RouteReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The use case that proves a route: *what* leaves, seen by a witness, then *where* it goes, seen
/// by one real request; both compared with what the settings say.
public final class VerifyRoute {
  private final RouteReader routes;
  private final Choices choices;
  private final Programs programs;
  private final RouteProofs proofs;
  private final WhereRun whereRun;
  private final WhatRun whatRun;
  private final Function<EndpointUrl, ModelServer> servers;
  private final Clock clock;

  /// What a person chose for a folder in Switchyard.
  @FunctionalInterface
  public interface Choices {
    Optional<RouteChoice> of(Path folder) throws PortException;
  }

  /// What is to be proven.
  ///
  /// @param folder where Claude Code is started
  /// @param where whether to send one real request
  /// @param what whether to ask a witness
  /// @param mayCost whether the real request may go to a cloud, where it costs money
  public record Request(Path folder, boolean where, boolean what, boolean mayCost) {}

  /// @param choices what was chosen for each folder
  /// @param servers speaks to the server at an address
  public VerifyRoute(
      RouteReader routes,
      Choices choices,
      Programs programs,
      HeadlessClaude claude,
      Witness.Opener witnesses,
      Function<EndpointUrl, ModelServer> servers,
      RouteProofs proofs,
      Clock clock) {
    this.routes = routes;
    this.choices = choices;
    this.programs = programs;
    this.proofs = proofs;
    this.servers = servers;
    this.whereRun = new WhereRun(claude, servers, clock);
    this.whatRun = new WhatRun(claude, witnesses, routes);
    this.clock = clock;
  }

  public Prospect prospect(Path folder) throws PortException {
    return proofs.standing(routes.read(folder)).prospect();
  }

  /// Proves a route and remembers the outcome.
  ///
  /// @param progress told of each step, on the calling thread
  /// @throws PortException REFUSED where a real request would cost money and may not; UNREACHABLE
  ///   without Claude Code or without an answer of the endpoint; CANCELLED, TIMEOUT, FAILED. The
  ///   earlier proof then stays
  public Proof verify(
      Request request, Consumer<? super VerifyStep> progress, Cancellation cancellation)
      throws PortException {
    var route = routes.read(request.folder());
    if (request.where() && !request.mayCost() && route.destination() == Destination.CLOUD) {
      throw new PortException(
          PortException.Kind.REFUSED, Message.of("verify.costs", route.folder().toString()));
    }
    refuseForbidden(route);
    var program = program();
    var comparison = new Comparison(route).withProblems();
    choices.of(route.folder()).ifPresent(comparison::with);

    var what = what(request, route, program.path(), progress, cancellation);
    what.toOptional().ifPresent(comparison::with);
    var where = where(request, route, program.path(), comparison, progress, cancellation);
    where.toOptional().ifPresent(comparison::with);

    var proof =
        new Proof(
            route.folder(),
            proofs.fingerprint(route, program.path()),
            clock.instant(),
            program.path(),
            program.version().toOptional().map(Object::toString).orElse(""),
            route.destination(),
            where,
            what,
            comparison.differences());
    proofs.remember(proof);
    return proof;
  }

  /// A project that is local only sends nothing elsewhere, not even to prove it.
  private void refuseForbidden(EffectiveRoute route) throws PortException {
    var reason = route.forbidden().or(() -> PassedOn.forbids(route, List.of(), servers));
    if (reason.isPresent()) {
      throw new PortException(PortException.Kind.REFUSED, reason.get());
    }
  }

  private Program program() throws PortException {
    return switch (programs.claude()) {
      case Known.Value<Program>(var found) -> found;
      case Known.Unknown<Program>(var reason) ->
          throw new PortException(PortException.Kind.UNREACHABLE, reason);
    };
  }

  private Known<WhatSeen> what(
      Request request,
      EffectiveRoute route,
      Path program,
      Consumer<? super VerifyStep> progress,
      Cancellation cancellation)
      throws PortException {
    var obstacle = RouteHazard.ofWitness(route);
    if (!request.what() || obstacle.isPresent()) {
      return Known.unknown(
          request.what() ? obstacle.get() : Message.of("verify.skipped.not-asked"));
    }
    return whatRun.run(program, route, progress, cancellation);
  }

  /// What the witness has seen leak must not be sent to the real endpoint as well.
  private Known<WhereSeen> where(
      Request request,
      EffectiveRoute route,
      Path program,
      Comparison soFar,
      Consumer<? super VerifyStep> progress,
      Cancellation cancellation)
      throws PortException {
    if (!request.where()) {
      return Known.unknown(Message.of("verify.skipped.not-asked"));
    }
    var obstacle = RouteHazard.of(route).or(soFar::leak);
    return obstacle.isPresent()
        ? Known.unknown(obstacle.get())
        : Known.of(whereRun.run(program, route, progress, cancellation));
  }
}
