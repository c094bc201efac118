package dev.switchyard;

import dev.switchyard.adapter.file.ChosenFile;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.shell.Screen;
import dev.switchyard.ui.task.Tasks;
import dev.switchyard.ui.text.Texts;
import dev.switchyard.ui.usage.UsageScreen;
import dev.switchyard.ui.usage.UsageViewModel;

/// Wires the Usage screen, when it is first shown.
final class UsageScreenWiring {
  private UsageScreenWiring() {}

  static Screen screen(Wiring wiring, Tasks tasks, Notices notices, Texts texts) {
    return new UsageScreen(
        () -> new UsageViewModel(tasks, wiring.usage(), wiring.prices(), new ChosenFile(), notices),
        texts);
  }
}
