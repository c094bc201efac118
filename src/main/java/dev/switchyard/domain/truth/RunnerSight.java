package dev.switchyard.domain.truth;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.memory.Gpu;
import dev.switchyard.domain.memory.GpuProcess;
import dev.switchyard.domain.memory.MemoryPool;
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

  /// @param command empty where it does not tell how the model was loaded
  record Seen(
      Optional<RunnerCommand> command,
      Known<LoggedLoad> logged,
      Known<Long> heldBytes,
      Known<Long> gpuBytes) {
    static Seen nothing(Message reason) {
      return new Seen(
          Optional.empty(), Known.unknown(reason), Known.unknown(reason), Known.unknown(reason));
    }
  }

  /// @param blob the name of the file with its weights
  /// @param here whether the server is on this machine
  Seen of(LoadedModel model, Optional<String> blob, boolean here) {
    if (!here) {
      return Seen.nothing(Message.of("truth.unknown.elsewhere"));
    }
    try {
      return blob.isPresent()
          ? find(blob.get(), model)
              .map(this::look)
              .orElseGet(() -> Seen.nothing(Message.of("truth.unknown.noRunner")))
          : Seen.nothing(Message.of("truth.unknown.noRunner"));
    } catch (PortException e) {
      return Seen.nothing(e.text());
    }
  }

  /// Of several that run the same weights, the one with this context.
  private Optional<Runner> find(String blob, LoadedModel model) throws PortException {
    var same = runners.running().stream().filter(runner -> runner.runs(blob)).toList();
    return same.stream()
        .filter(runner ->
            RunnerCommand.parse(runner.words())
                .filter(command -> command.contextLength() == model.contextLength())
                .isPresent())
        .findFirst()
        .or(() -> same.size() == 1 ? same.stream().findFirst() : Optional.empty());
  }

  private Seen look(Runner runner) {
    var command = RunnerCommand.parse(runner.words());
    return new Seen(
        command,
        command.map(told -> logged(runner, told)).orElseGet(RunnerSight::notTold),
        Known.of(runner.ownBytes()),
        onGpus(runner));
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

  private static Known<LoggedLoad> notTold() {
    return Known.unknown(Message.of("truth.unknown.notLogged"));
  }

  private Known<Long> onGpus(Runner runner) {
    try {
      return switch (sensor.read().gpus()) {
        case Known.Unknown<List<MemoryPool>>(var reason) -> Known.unknown(reason);
        case Known.Value<List<MemoryPool>>(var gpus) -> onGpus(runner, gpus);
      };
    } catch (PortException e) {
      return Known.unknown(e.text());
    }
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
