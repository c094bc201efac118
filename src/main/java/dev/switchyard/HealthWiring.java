package dev.switchyard;

import dev.switchyard.adapter.anthropic.MessagesClient;
import dev.switchyard.adapter.endpoint.KeptLine;
import dev.switchyard.adapter.endpoint.LinuxPlace;
import dev.switchyard.adapter.endpoint.SideThreads;
import dev.switchyard.domain.health.CheckHealth;
import dev.switchyard.domain.health.HealthLimits;
import dev.switchyard.domain.health.HealthSubjects;
import dev.switchyard.domain.whereabouts.ReachServer;
import java.nio.file.Path;

/// Wires what finds out how endpoints are, and from where they are seen. Nothing of it is kept: who
/// asks again wants to know how it is now.
final class HealthWiring {
  private HealthWiring() {}

  static HealthSubjects subjects(Wiring wiring) {
    return new HealthSubjects(
        wiring.endpoints(), () -> wiring.server().url(), () -> wiring.routing().projectRoutes());
  }

  static CheckHealth check(Wiring wiring) {
    return new CheckHealth(
        subject -> KeptLine.open(subject, wiring.accesses()),
        new MessagesClient(wiring.accesses()),
        wiring::serverAt,
        new SideThreads(),
        HealthLimits.USUAL);
  }

  static ReachServer reach(Wiring wiring) {
    return new ReachServer(
        new LinuxPlace(wiring.surroundings(), Path.of("/")),
        wiring.detectEndpoint(),
        new SideThreads());
  }
}
