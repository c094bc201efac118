package dev.switchyard;

import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelUsers;
import dev.switchyard.domain.modelfile.ServerMemory;
import dev.switchyard.domain.setup.FitsMachine;
import dev.switchyard.ui.models.ModelActionsViewModel;
import dev.switchyard.ui.models.ModelsView;
import dev.switchyard.ui.models.ModelsViewModel;
import dev.switchyard.ui.models.PullViewModel;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.shell.Screen;
import dev.switchyard.ui.task.Tasks;
import dev.switchyard.ui.text.Texts;

/// Wires the Models screen.
final class ModelsWiring {
  private ModelsWiring() {}

  static Screen screen(
      Wiring wiring,
      ServerMemory memory,
      Tasks tasks,
      Notices notices,
      WindowNavigator navigator,
      Texts texts) {
    var disk = wiring.freeSpace();
    var fits = new FitsMachine(wiring.server(), memory, wiring.lessons());
    var pull = new PullViewModel(wiring::server, disk, fits, tasks, notices, wiring.clock());
    var actions =
        new ModelActionsViewModel(wiring::server, users(wiring), tasks, notices, wiring.clock());
    navigator.setOnPull(name -> {
      pull.nameProperty().set(name);
      pull.pull();
    });
    var model =
        new ModelsViewModel(
            wiring::server, wiring::capabilityReports, disk, tasks, navigator, pull, actions);
    return new ModelsView(model, texts, wiring.clock());
  }

  private static ModelUsers users(Wiring wiring) {
    return name ->
        wiring.routing().setups().read().stream()
            .filter(project ->
                project.model().flatMap(ModelName::parse).filter(name::equals).isPresent())
            .map(project -> project.folder())
            .toList();
  }
}
