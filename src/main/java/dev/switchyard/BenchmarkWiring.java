package dev.switchyard;

import dev.switchyard.adapter.anthropic.MessagesClient;
import dev.switchyard.adapter.claude.ClaudeCli;
import dev.switchyard.adapter.file.BenchmarkFile;
import dev.switchyard.adapter.file.EmptyProjectFolder;
import dev.switchyard.adapter.ollama.OllamaTimings;
import dev.switchyard.adapter.sensor.LoadAverage;
import dev.switchyard.domain.benchmark.BenchmarkHistory;
import dev.switchyard.domain.benchmark.CertainRoute;
import dev.switchyard.domain.benchmark.RunBenchmark;

/// Wires what measures models.
final class BenchmarkWiring {
  private BenchmarkWiring() {}

  static BenchmarkHistory history(Wiring wiring) {
    return new BenchmarkHistory(new BenchmarkFile(wiring.home().state()));
  }

  static RunBenchmark benchmark(Wiring wiring) {
    var state = wiring.home().state();
    var speedometer =
        new RunBenchmark.Speedometer(
            new OllamaTimings(),
            new MessagesClient(),
            new ClaudeCli(() -> ProbeWiring.asInTerminal(wiring), state),
            new CertainRoute(wiring.localOnce(), wiring.routes()),
            () -> EmptyProjectFolder.open(state));
    return new RunBenchmark(
        wiring.server(),
        speedometer,
        wiring.programs(),
        new LoadAverage(wiring.surroundings().system()),
        Runtime.getRuntime().availableProcessors(),
        history(wiring),
        wiring.clock());
  }
}
