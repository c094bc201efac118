package dev.switchyard.ui.benchmark;

import dev.switchyard.adapter.anthropic.MessagesClient;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.adapter.file.ChosenFile;
import dev.switchyard.adapter.ollama.OllamaServer;
import dev.switchyard.adapter.ollama.OllamaTimings;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.benchmark.BenchmarkHistory;
import dev.switchyard.domain.benchmark.BenchmarkResult;
import dev.switchyard.domain.benchmark.EmptyProject;
import dev.switchyard.domain.benchmark.MemoryBenchmarks;
import dev.switchyard.domain.benchmark.RunBenchmark;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.endpoint.profile.Access;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.Programs;
import dev.switchyard.fake.ImmediateTasks;
import dev.switchyard.fake.ScriptedClaude;
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
import java.util.Optional;
import javafx.scene.Parent;

/// The Benchmark screen over a simulated server, without threads.
final class BenchmarkFixture implements AutoCloseable {
  static final String MODEL = "gemma4-claude";

  final ImmediateTasks tasks = new ImmediateTasks();
  final MemoryBenchmarks store = new MemoryBenchmarks();
  final ScriptedClaude claude = new ScriptedClaude();
  final VisitedScreens visited = new VisitedScreens();
  final List<Message> notices = new ArrayList<>();
  final List<Notices.Action> actions = new ArrayList<>();
  final SimulatedOllama simulated;
  final BenchmarkViewModel model;
  Known<Program> program =
      Known.of(
          new Program(
              Path.of("/usr/bin/claude"), Known.of(Version.of(2, 1, 330)), true, List.of()));
  Known<Double> load = Known.of(0.6);
  private final OllamaServer server;

  BenchmarkFixture(Setup setup) throws IOException {
    simulated = SimulatedOllama.start(setup);
    server = new OllamaServer(simulated.url());
    claude.events.addAll(ScriptedClaude.answer(MODEL + ":latest"));
    var history = new BenchmarkHistory(store);
    Notices shown =
        (_, text, action) -> {
          notices.add(text);
          action.ifPresent(actions::add);
        };
    model =
        new BenchmarkViewModel(
            new RunViewModel(tasks, server, benchmark(history), programs()),
            new HistoryViewModel(tasks, history, new ChosenFile(), Message::key, shown),
            visited);
  }

  BenchmarkFixture() throws IOException {
    this(Setup.instant());
  }

  /// With what was measured in earlier weeks.
  BenchmarkFixture remembering(List<BenchmarkResult> results) {
    store.save(results);
    return this;
  }

  private RunBenchmark benchmark(BenchmarkHistory history) {
    var speedometer =
        new RunBenchmark.Speedometer(
            new OllamaTimings(Access::open),
            new MessagesClient(Access::open),
            claude,
            (_, _, _) -> "{\"model\":\"ours\"}",
            BenchmarkFixture::project);
    return new RunBenchmark(
        server,
        speedometer,
        programs(),
        () -> load,
        16,
        history,
        Clock.fixed(Setup.EPOCH, ZoneOffset.UTC));
  }

  private static EmptyProject project() {
    return new EmptyProject() {
      @Override
      public Path folder() {
        return Path.of("/empty");
      }

      @Override
      public void close() {}
    };
  }

  private Programs programs() {
    return new Programs() {
      @Override
      public Known<Program> claude() {
        return program;
      }

      @Override
      public Known<Program> ollama() {
        throw new AssertionError("not asked for");
      }
    };
  }

  /// The screen, at the front.
  Parent view(Locale locale, SaveDialog dialog) {
    model.setShown(true);
    return (Parent) new BenchmarkView(model, dialog, new Texts(locale)).node();
  }

  Parent view(Locale locale) {
    return view(locale, (_, _) -> Optional.empty());
  }

  List<BenchmarkResult> kept() throws PortException {
    return store.load();
  }

  @Override
  public void close() {
    server.close();
    simulated.close();
  }
}
