package dev.switchyard.adapter.demo;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.memory.MemorySensor;
import java.util.List;
import java.util.Optional;

/// This machine's real RAM, and the simulated server's GPU, whose name says that it is one.
final class DemoMemorySensor implements MemorySensor {
  private final MemorySensor machine;
  private final SimulatedOllama server;
  private final long gpuBytes;

  /// @param machine reads the real RAM
  /// @param gpuBytes the memory of the server's GPU
  DemoMemorySensor(MemorySensor machine, SimulatedOllama server, long gpuBytes) {
    this.machine = machine;
    this.server = server;
    this.gpuBytes = gpuBytes;
  }

  @Override
  public MemoryReading read() throws PortException {
    var real = machine.read();
    var gpu =
        new MemoryPool(
            MemoryPool.Kind.VRAM,
            "Simulated GPU",
            Known.of(gpuBytes),
            Known.of(Math.min(server.vramBytesInUse(), gpuBytes)),
            Optional.empty());
    return new MemoryReading(real.at(), real.ram(), Known.of(List.of(gpu)));
  }

  @Override
  public void close() {
    machine.close();
  }
}
