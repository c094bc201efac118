package dev.switchyard.adapter.demo;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.memory.MemorySensor;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelServer;
import java.util.List;
import java.util.Optional;

/// This machine's real RAM, and the simulated server's GPU, whose name says that it is one.
public final class DemoMemorySensor implements MemorySensor {
  private final MemorySensor machine;
  private final ModelServer server;
  private final long gpuBytes;
  private final String gpuName;

  /// @param machine reads the real RAM
  /// @param gpuName says that the GPU is simulated
  public DemoMemorySensor(MemorySensor machine, ModelServer server, String gpuName) {
    this.machine = machine;
    this.server = server;
    this.gpuName = gpuName;
    this.gpuBytes = Setup.demo(Pace.real()).gpuBytes();
  }

  @Override
  public MemoryReading read() throws PortException {
    var real = machine.read();
    long used = server.loaded().stream().mapToLong(LoadedModel::vramBytes).sum();
    var gpu =
        new MemoryPool(
            MemoryPool.Kind.VRAM,
            gpuName,
            Known.of(gpuBytes),
            Known.of(Math.min(used, gpuBytes)),
            Optional.empty());
    return new MemoryReading(real.at(), real.ram(), Known.of(List.of(gpu)));
  }

  @Override
  public void close() {
    machine.close();
  }
}
