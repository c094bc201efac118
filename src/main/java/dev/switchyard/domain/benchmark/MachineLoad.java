package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import java.util.List;
import java.util.Optional;

/// What else the machine was doing before a benchmark began.
///
/// @param average how many programs wanted to compute at once, on average over the last minute; or
///   why that is not known
/// @param processors how many can
/// @param otherModels names of the models that were in memory besides
public record MachineLoad(Known<Double> average, int processors, List<String> otherModels) {
  /// Below it nobody has to wait for a processor; above it figures tell of the others too.
  private static final double BUSY = 0.5;

  public MachineLoad {
    otherModels = List.copyOf(otherModels);
  }

  /// What a person should know before trusting the figures.
  public Optional<Message> warning() {
    return average
        .toOptional()
        .filter(load -> load > BUSY * processors)
        .map(load -> Message.of("bench.busy", load, processors));
  }

  /// Port: looks at the processors. A call takes a few milliseconds.
  @FunctionalInterface
  public interface Sensor {
    /// @return the average of the last minute
    Known<Double> average();
  }
}
