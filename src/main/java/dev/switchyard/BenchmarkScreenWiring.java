package dev.switchyard;

import dev.switchyard.adapter.file.ChosenFile;
import dev.switchyard.ui.benchmark.BenchmarkScreen;
import dev.switchyard.ui.benchmark.BenchmarkViewModel;
import dev.switchyard.ui.benchmark.HistoryViewModel;
import dev.switchyard.ui.benchmark.RunViewModel;
import dev.switchyard.ui.shell.Navigator;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.shell.Screen;
import dev.switchyard.ui.task.Tasks;
import dev.switchyard.ui.text.Texts;

/// Wires the Benchmark screen, when it is first shown.
final class BenchmarkScreenWiring {
  private BenchmarkScreenWiring() {}

  static Screen screen(
      Wiring wiring, Tasks tasks, Notices notices, Navigator navigator, Texts texts) {
    return new BenchmarkScreen(() -> model(wiring, tasks, notices, navigator, texts), texts);
  }

  private static BenchmarkViewModel model(
      Wiring wiring, Tasks tasks, Notices notices, Navigator navigator, Texts texts) {
    var kept = BenchmarkWiring.history(wiring);
    var run =
        new RunViewModel(
            tasks, wiring.server(), BenchmarkWiring.benchmark(wiring, kept), wiring.programs());
    var history = new HistoryViewModel(tasks, kept, new ChosenFile(), texts::text, notices);
    return new BenchmarkViewModel(run, history, navigator);
  }
}
