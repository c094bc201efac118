package dev.switchyard;

import dev.switchyard.adapter.anthropic.LoopbackWitness;
import dev.switchyard.adapter.anthropic.ProbingClient;
import dev.switchyard.adapter.claude.ClaudeCli;
import dev.switchyard.adapter.file.ProgramFiles;
import dev.switchyard.adapter.file.ProofFiles;
import dev.switchyard.adapter.file.ReportFiles;
import dev.switchyard.adapter.process.ChildEnvironment;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.adapter.process.SystemEnvironment;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.capability.ProbeLimits;
import dev.switchyard.domain.capability.ProbeModel;
import dev.switchyard.domain.capability.ReportStore;
import dev.switchyard.domain.launch.ProgramSearch;
import dev.switchyard.domain.log.LoggedProofs;
import dev.switchyard.domain.probe.RouteProofs;
import dev.switchyard.domain.probe.VerifyRoute;
import dev.switchyard.domain.route.RouteVariables;
import dev.switchyard.domain.route.StartedFrom;
import java.util.HashMap;
import java.util.function.Supplier;

/// Wires what proves routes, and what asks endpoints for their abilities.
final class ProbeWiring {
  private final Supplier<RouteProofs> proofs;
  private final Supplier<VerifyRoute> verifyRoute;
  private final Supplier<ReportStore> reports;
  private final Supplier<ProbeModel> probeModel;

  ProbeWiring(Wiring wiring, Lifetime lifetime) {
    proofs =
        lifetime.once(() ->
            new RouteProofs(
                new LoggedProofs(new ProofFiles(wiring.home().state()), wiring.log()),
                new ProgramSearch(wiring.surroundings(), wiring.home()),
                new ProgramFiles()));
    verifyRoute =
        lifetime.once(() ->
            new VerifyRoute(
                wiring.routes(),
                folder -> wiring.switchRoute().remembered().choice(folder),
                wiring.programs(),
                new ClaudeCli(() -> asInTerminal(wiring), wiring.home().state()),
                LoopbackWitness::open,
                wiring::serverAt,
                proofs.get(),
                wiring.clock()));
    reports =
        lifetime.once(() -> {
          var files = new ReportFiles(wiring.home().state());
          wiring.demonstration().ifPresent(demo -> demo.fill(files));
          return files;
        });
    probeModel =
        lifetime.once(() ->
            new ProbeModel(
                url -> new ProbingClient(url, wiring.accesses()),
                reports.get(),
                ProbeLimits.USUAL,
                wiring.clock()));
  }

  /// Programs as a person's terminal would start them: what decides about a route is what is set
  /// there, and not what Switchyard itself was started with.
  static Processes asInTerminal(Wiring wiring) {
    var own = wiring.surroundings();
    var variables = new HashMap<>(own.environment());
    variables.keySet().removeAll(RouteVariables.namesAtStart());
    variables.putAll(wiring.routing().environments().of(StartedFrom.TERMINAL).variables());
    var terminal = new Surroundings(own.system(), variables, own.userHome());
    return new Processes(
        ChildEnvironment.of(terminal, wiring.home(), SystemEnvironment.javaHome()), own.system());
  }

  RouteProofs proofs() {
    return proofs.get();
  }

  VerifyRoute verifyRoute() {
    return verifyRoute.get();
  }

  ReportStore reports() {
    return reports.get();
  }

  ProbeModel probeModel() {
    return probeModel.get();
  }
}
