package dev.switchyard;

import dev.switchyard.adapter.anthropic.LoopbackWitness;
import dev.switchyard.adapter.claude.ClaudeCli;
import dev.switchyard.adapter.file.ProgramFiles;
import dev.switchyard.adapter.file.ProofFiles;
import dev.switchyard.domain.launch.ProgramSearch;
import dev.switchyard.domain.probe.RouteProofs;
import dev.switchyard.domain.probe.VerifyRoute;
import java.util.function.Supplier;

/// Wires what proves routes.
final class ProbeWiring {
  private final Supplier<RouteProofs> proofs;
  private final Supplier<VerifyRoute> verifyRoute;

  ProbeWiring(Wiring wiring, Lifetime lifetime) {
    proofs =
        lifetime.once(() ->
            new RouteProofs(
                new ProofFiles(wiring.home().state()),
                new ProgramSearch(wiring.surroundings(), wiring.home()),
                new ProgramFiles()));
    verifyRoute =
        lifetime.once(() ->
            new VerifyRoute(
                wiring.routes(),
                folder -> wiring.switchRoute().remembered().choice(folder),
                wiring.programs(),
                new ClaudeCli(wiring.processes(), wiring.home().state()),
                LoopbackWitness::open,
                wiring::serverAt,
                proofs.get(),
                wiring.clock()));
  }

  RouteProofs proofs() {
    return proofs.get();
  }

  VerifyRoute verifyRoute() {
    return verifyRoute.get();
  }
}
