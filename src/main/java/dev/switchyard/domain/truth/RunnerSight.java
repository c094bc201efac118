package dev.switchyard.domain.truth;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.memory.Gpu;
import dev.switchyard.domain.memory.GpuProcess;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.memory.MemorySensor;
import dev.switchyard.domain.model.LoadedModel;
import java.util.List;
import java.util.Optional;

/// Looks at the process that runs a model, from outside: its command line, its memory, what the log
/// says of it. Blocks.
public final class RunnerSight {
  private final Runners runners;
  private final ServerLog log;
  private final MemorySensor sensor;

  public RunnerSight(Runners runners, ServerLog log, MemorySensor sensor) {
    this.runners = runners;
    this.log = log;
    this.sensor = sensor;
  }

  /// @param request how the model was loaded; empty where neither the process nor the log tells
  record Seen(
      Optional<LoadRequest> request,
      Known<LoggedLoad> logged,
      Known<Long> heldBytes,
      Known<Long> gpuBytes,
      Known<List<GpuRise>> gpuRises) {
    static Seen nothing(Message reason, Known<List<GpuRise>> gpuRises) {
      return new Seen(
          Optional.empty(),
          Known.unknown(reason),
          Known.unknown(reason),
          Known.unknown(reason),
          gpuRises);
    }
  }

  /// @param blob the name of the file with its weights
  /// @param here whether the server is on this machine
  /// @param load what was seen while it was loaded, where this program did it
  Seen of(LoadedModel model, Optional<String> blob, boolean here, Optional<WitnessedLoad> load) {
    if (!here) {
      var reason = Message.of("truth.unknown.elsewhere");
      return Seen.nothing(reason, Known.unknown(reason));
    }
    var memory = memory();
    var rises = rises(load, memory);
    try {
      var runner = blob.isPresent() ? find(blob.get(), model) : Optional.<Runner>empty();
      return runner
          .map(found -> look(found, memory, rises))
          .orElseGet(() -> Seen.nothing(Message.of("truth.unknown.noRunner"), rises));
    } catch (PortException e) {
      return Seen.nothing(e.text(), rises);
    }
  }

  private Known<MemoryReading> memory() {
    try {
      return Known.of(sensor.read());
    } catch (PortException e) {
      return Known.unknown(e.text());
    }
  }

  private static Known<List<GpuRise>> rises(
      Optional<WitnessedLoad> load, Known<MemoryReading> memory) {
    return switch (memory) {
      case Known.Unknown<MemoryReading>(var reason) -> Known.unknown(reason);
      case Known.Value<MemoryReading>(var now) ->
          load.map(seen -> GpuRise.of(seen, now))
              .orElseGet(() -> Known.unknown(Message.of("truth.unknown.rise.notOurs")));
    };
  }

  /// Of several that run the same weights, the one with this context.
  private Optional<Runner> find(String blob, LoadedModel model) throws PortException {
    var same = runners.running().stream().filter(runner -> runner.runs(blob)).toList();
    return same.stream()
        .filter(runner ->
            RunnerCommand.parse(runner.words())
                .flatMap(RunnerCommand::request)
                .filter(told -> told.options().contextLength() == model.contextLength())
                .isPresent())
        .findFirst()
        .or(() -> same.size() == 1 ? same.stream().findFirst() : Optional.empty());
  }

  private Seen look(Runner runner, Known<MemoryReading> memory, Known<List<GpuRise>> gpuRises) {
    var command = RunnerCommand.parse(runner.words());
    var logged = command.map(told -> logged(runner, told)).orElseGet(RunnerSight::notTold);
    return new Seen(
        command
            .flatMap(RunnerCommand::request)
            .or(() -> logged.toOptional().flatMap(LoggedLoad::request)),
        logged.toOptional().filter(LoggedLoad::tellsAll).isPresent() ? logged : untold(logged),
        Known.of(runner.ownBytes()),
        onGpus(runner, memory),
        gpuRises);
  }

  private Known<LoggedLoad> logged(Runner runner, RunnerCommand command) {
    return switch (log.end(runner)) {
      case Known.Unknown<List<String>>(var reason) -> Known.unknown(reason);
      case Known.Value<List<String>>(var lines) ->
          LoggedLoad.last(lines, command.model(), command.port())
              .filter(LoggedLoad::complete)
              .map(Known::of)
              .orElseGet(RunnerSight::notTold);
    };
  }

  /// The reason why the log cannot be read stays.
  private static Known<LoggedLoad> untold(Known<LoggedLoad> logged) {
    return logged.toOptional().isPresent() ? notTold() : logged;
  }

  private static Known<LoggedLoad> notTold() {
    return Known.unknown(Message.of("truth.unknown.notLogged"));
  }

  private static Known<Long> onGpus(Runner runner, Known<MemoryReading> memory) {
    return switch (memory) {
      case Known.Unknown<MemoryReading>(var reason) -> Known.unknown(reason);
      case Known.Value<MemoryReading>(var now) ->
          switch (now.gpus()) {
            case Known.Unknown<List<MemoryPool>>(var reason) -> Known.unknown(reason);
            case Known.Value<List<MemoryPool>>(var gpus) -> onGpus(runner, gpus);
          };
    };
  }

  /// Unknown as soon as one of them cannot tell.
  private static Known<Long> onGpus(Runner runner, List<MemoryPool> gpus) {
    long sum = 0;
    for (var gpu : gpus) {
      switch (gpu.gpu().map(Gpu::processes).orElseGet(RunnerSight::silent)) {
        case Known.Unknown<List<GpuProcess>>(var reason) -> {
          return Known.unknown(reason);
        }
        case Known.Value<List<GpuProcess>>(var processes) -> {
          for (var process : processes) {
            if (process.pid() == runner.pid()) {
              switch (process.bytes()) {
                case Known.Unknown<Long> unknown -> {
                  return unknown;
                }
                case Known.Value<Long>(var bytes) -> sum += bytes;
              }
            }
          }
        }
      }
    }
    return Known.of(sum);
  }

  private static Known<List<GpuProcess>> silent() {
    return Known.unknown(Message.of("truth.unknown.gpu"));
  }
}
