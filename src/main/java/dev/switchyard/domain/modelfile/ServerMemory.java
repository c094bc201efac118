package dev.switchyard.domain.modelfile;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.fit.Hardware;
import dev.switchyard.domain.memory.MemorySensor;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelServer;
import java.util.List;

/// The memory that the server may load a model into, now.
public final class ServerMemory {
  private final ModelServer server;
  private final MemorySensor sensor;

  public ServerMemory(ModelServer server, MemorySensor sensor) {
    this.server = server;
    this.sensor = sensor;
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
