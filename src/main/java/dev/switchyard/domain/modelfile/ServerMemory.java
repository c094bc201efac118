package dev.switchyard.domain.modelfile;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.fit.Hardware;
import dev.switchyard.domain.memory.MemorySensor;
import dev.switchyard.domain.memory.OtherMachine;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelServer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The memory that the server may load a model into: now, or in a machine described by hand.
public final class ServerMemory {
  private final ModelServer server;
  private final MemorySensor sensor;
  private final Supplier<Optional<OtherMachine>> other;

  public ServerMemory(ModelServer server, MemorySensor sensor) {
    this(server, sensor, Optional::empty);
  }

  /// @param other the machine that the person wants forecasts for instead of this one
  public ServerMemory(
      ModelServer server, MemorySensor sensor, Supplier<Optional<OtherMachine>> other) {
    this.server = server;
    this.sensor = sensor;
    this.other = other;
  }

  /// The machine that forecasts are for instead of the server's own.
  public Optional<OtherMachine> otherMachine() {
    return other.get();
  }

  /// The memory to forecast for: all of the machine described by hand where there is one, else
  /// [#hardware].
  ///
  /// @throws PortException as [#hardware]
  public Hardware planned() throws PortException {
    var machine = other.get();
    // The moment of the reading is in no forecast.
    return machine.isPresent()
        ? Hardware.of(machine.get().reading(Instant.EPOCH), 0, 0)
        : hardware();
  }

  /// What loaded models hold counts as free: the server unloads them when it needs room. Of a
  /// server on another machine nothing is known.
  ///
  /// @throws PortException where this machine's memory cannot be read
  public Hardware hardware() throws PortException {
    if (!server.url().isLoopback()) {
      return Hardware.unseen(Message.of("fit.unknown.otherMachine", server.url()));
    }
    var loaded = loaded();
    return Hardware.of(
        sensor.read(),
        loaded.stream().mapToLong(LoadedModel::ramBytes).sum(),
        loaded.stream().mapToLong(LoadedModel::vramBytes).sum());
  }

  /// A server that does not answer holds nothing.
  private List<LoadedModel> loaded() {
    try {
      return server.loaded();
    } catch (PortException _) {
      return List.of();
    }
  }
}
