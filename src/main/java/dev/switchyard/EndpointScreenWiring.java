package dev.switchyard;

import dev.switchyard.ui.endpoint.EndpointScreen;
import dev.switchyard.ui.endpoint.EndpointSurroundings;
import dev.switchyard.ui.endpoint.EndpointsViewModel;
import dev.switchyard.ui.endpoint.HealthViewModel;
import dev.switchyard.ui.endpoint.PanelServers;
import dev.switchyard.ui.share.TeamViewModel;
import dev.switchyard.ui.shell.Navigator;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.shell.Screen;
import dev.switchyard.ui.task.Tasks;
import dev.switchyard.ui.text.Texts;
import java.util.Optional;

/// Wires the Endpoints screen, when it is first shown.
final class EndpointScreenWiring {
  private EndpointScreenWiring() {}

  static Screen screen(
      Wiring wiring, Tasks tasks, Notices notices, Navigator navigator, Texts texts) {
    return new EndpointScreen(
        () -> model(wiring, tasks, notices, navigator),
        changed -> new TeamViewModel(tasks, wiring::team, notices, changed),
        texts);
  }

  private static EndpointsViewModel model(
      Wiring wiring, Tasks tasks, Notices notices, Navigator navigator) {
    var surroundings = wiring.surroundings();
    return new EndpointsViewModel(
        tasks,
        wiring.endpoints(),
        new EndpointSurroundings(
            () -> new PanelServers(wiring.standardUrl(), wiring.server().url()),
            wiring.detectEndpoint(),
            surroundings.system(),
            name -> surroundings.variable(name).isPresent(),
            wiring.home().configuration(),
            wiring.reporting().desktop()),
        url -> wiring.routing().projectRoutes().to(url),
        health(wiring, tasks, notices),
        navigator,
        notices);
  }

  /// Nothing that asks is made before the person wishes it.
  private static HealthViewModel health(Wiring wiring, Tasks tasks, Notices notices) {
    return new HealthViewModel(
        tasks,
        (bare, firstToken) -> wiring.healthSubjects().wishing(bare, Optional.empty(), firstToken),
        (subjects, news, cancellation) -> wiring.checkHealth().check(subjects, news, cancellation),
        wiring.clock(),
        notices);
  }
}
