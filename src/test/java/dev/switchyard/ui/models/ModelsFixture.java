package dev.switchyard.ui.models;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.adapter.ollama.OllamaServer;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.fit.Correction;
import dev.switchyard.domain.model.FreeSpace;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.modelfile.ServerMemory;
import dev.switchyard.domain.setup.FitsMachine;
import dev.switchyard.fake.FixedMemory;
import dev.switchyard.fake.ImmediateTasks;
import dev.switchyard.fake.MemoryReports;
import dev.switchyard.fake.VisitedScreens;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The Models screen over a simulated server, without threads.
final class ModelsFixture implements AutoCloseable {
  static final Path PROJECT = Path.of("/home/ann/src/billing");

  final ImmediateTasks tasks = new ImmediateTasks();
  private final VisitedScreens navigator = new VisitedScreens();
  final List<String> visited = navigator.all;
  final List<Message> notices = new ArrayList<>();
  final Clock clock = Clock.fixed(Setup.EPOCH, ZoneOffset.UTC);
  final SimulatedOllama simulated;
  final OllamaServer server;
  final MemoryReports reports = new MemoryReports();
  final ModelsViewModel model;
  Known<Long> free = Known.of(442L << 30);

  ModelsFixture(Setup setup) throws IOException {
    simulated = SimulatedOllama.start(setup);
    server = new OllamaServer(simulated.url());
    Notices shown = (_, text, _) -> notices.add(text);
    var pull = new PullViewModel(() -> server, disk(), fits(), tasks, shown, clock);
    var actions =
        new ModelActionsViewModel(
            () -> server,
            name -> name.equals(ModelName.of("gemma4-claude")) ? List.of(PROJECT) : List.of(),
            tasks,
            shown,
            clock);
    model =
        new ModelsViewModel(() -> server, () -> reports, disk(), tasks, navigator, pull, actions);
  }

  private FitsMachine fits() {
    return new FitsMachine(
        server, new ServerMemory(server, FixedMemory.of(64L << 30, 24L << 30)), Correction.NONE);
  }

  private FreeSpace disk() {
    return new FreeSpace() {
      @Override
      public Known<Long> forModelsOf(EndpointUrl url) {
        return free;
      }

      @Override
      public boolean holdsBrokenOffPulls(EndpointUrl url) {
        return false;
      }
    };
  }

  ModelsView view() {
    return new ModelsView(model, new Texts(Locale.ENGLISH), clock);
  }

  void select(String name) {
    model.select(
        model.rows().stream().filter(row -> row.name().equals(ModelName.of(name))).findFirst());
  }

  List<String> names() {
    return model.rows().stream().map(row -> row.name().shortText()).toList();
  }

  @Override
  public void close() {
    server.close();
    simulated.close();
  }
}
