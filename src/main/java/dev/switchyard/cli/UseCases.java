package dev.switchyard.cli;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.memory.MemorySensor;

/// What the commands work with. Each part is built when it is first asked for, so that a command that
/// needs one file does not wait for a sensor or a connection.
public interface UseCases extends AutoCloseable {
  Home home();

  MemorySensor memory();

  @Override
  void close();
}
