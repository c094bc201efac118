package dev.switchyard;

import dev.switchyard.adapter.anthropic.MessagesClient;
import dev.switchyard.adapter.claude.ClaudeCli;
import dev.switchyard.adapter.demo.DemoBenchmarks;
import dev.switchyard.adapter.file.BenchmarkFile;
import dev.switchyard.adapter.file.EmptyProjectFolder;
import dev.switchyard.adapter.ollama.OllamaTimings;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.benchmark.BenchmarkHistory;
import dev.switchyard.domain.benchmark.CertainRoute;
import dev.switchyard.domain.benchmark.RunBenchmark;

/// Wires what measures models.
final class BenchmarkWiring {
  private BenchmarkWiring() {}

  static BenchmarkHistory history(Wiring wiring) {
    var file = new BenchmarkFile(wiring.home().state());
    return new BenchmarkHistory(wiring.isDemo() ? new DemoBenchmarks(file, wiring.clock()) : file);
  }

  /// @param history where it is kept
  static RunBenchmark benchmark(Wiring wiring, BenchmarkHistory history) {
    var state = wiring.home().state();
    var processors = processors(wiring);
    var speedometer =
        new RunBenchmark.Speedometer(
            new OllamaTimings(wiring.accesses()),
            new MessagesClient(wiring.accesses()),
            new ClaudeCli(() -> ProbeWiring.asInTerminal(wiring), state),
            new CertainRoute(wiring.localOnce(), wiring.routes()),
            () -> EmptyProjectFolder.open(state));
    return new RunBenchmark(
        wiring.server(),
        speedometer,
        wiring.programs(),
        processors.load(),
        processors.count(),
        history,
        wiring.clock());
  }

  private static Machine.Processors processors(Wiring wiring) {
    return wiring.isDemo()
        ? new Machine.Processors(DemoBenchmarks.processors(), () -> Known.of(DemoBenchmarks.calm()))
        : wiring.processors();
  }
}
