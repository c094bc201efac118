package dev.switchyard;

import dev.switchyard.adapter.file.ModelfileFolder;
import dev.switchyard.domain.modelfile.Folders;
import dev.switchyard.domain.modelfile.ServerMemory;
import dev.switchyard.ui.modelfile.ModelfileScreen;
import dev.switchyard.ui.modelfile.ModelfileViewModel;
import dev.switchyard.ui.modelfile.PlannedMachine;
import dev.switchyard.ui.settings.PreferencesModel;
import dev.switchyard.ui.shell.Screen;
import dev.switchyard.ui.task.Tasks;
import dev.switchyard.ui.text.Texts;
import java.util.Optional;

/// Wires the Modelfile editor.
final class ModelfileWiring {
  private ModelfileWiring() {}

  /// @param memory what the machine of the server has, or the one that is planned for
  static Screen screen(
      Wiring wiring,
      ServerMemory memory,
      Tasks tasks,
      PreferencesModel preferences,
      WindowNavigator navigator,
      Texts texts) {
    var home = wiring.home();
    var model =
        new ModelfileViewModel(
            tasks,
            wiring.server(),
            wiring.modelfiles(),
            new ModelfileFolder(home.state().resolve("drafts")),
            memory,
            new PlannedMachine(preferences.preferencesProperty(), preferences::change),
            wiring.serverSettings(),
            wiring.lessons(),
            new Folders(home.modelfiles(), home.directory()),
            wiring.clock());
    navigator.setOnModelfile(name -> name.ifPresentOrElse(model::open, model::openFirstTemplate));
    navigator.setOnContext(model::open);
    return new ModelfileScreen(model, texts, name -> navigator.showModels(Optional.of(name)));
  }
}
