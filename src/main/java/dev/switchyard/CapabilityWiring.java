package dev.switchyard;

import dev.switchyard.domain.model.ModelName;
import dev.switchyard.ui.capability.CapabilityScreen;
import dev.switchyard.ui.capability.CapabilityViewModel;
import dev.switchyard.ui.shell.Screen;
import dev.switchyard.ui.task.Tasks;
import dev.switchyard.ui.text.Texts;

/// Wires the Capabilities screen.
final class CapabilityWiring {
  private CapabilityWiring() {}

  static Screen screen(Wiring wiring, Tasks tasks, WindowNavigator navigator, Texts texts) {
    var screen =
        new CapabilityScreen(
            () ->
                new CapabilityViewModel(
                    wiring::server,
                    wiring::capabilityReports,
                    wiring::probeModel,
                    tasks,
                    navigator),
            texts);
    navigator.setOnProbe(name -> screen.model().choose(ModelName.of(name)));
    return screen;
  }
}
