package dev.switchyard.domain.memory;

import dev.switchyard.domain.PortException;

/// Port: reads the machine's memory. The first call may take half a second, later ones a few
/// milliseconds.
public interface MemorySensor extends AutoCloseable {
  MemoryReading read() throws PortException;

  @Override
  void close();
}
