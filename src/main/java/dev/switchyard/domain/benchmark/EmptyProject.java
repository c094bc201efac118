package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;

/// Port: a project with nothing in it, in which Claude Code is measured. It is at the same place
/// each time, because the place is a part of Claude Code's prompt.
public interface EmptyProject extends AutoCloseable {
  Path folder();

  /// Removes it.
  @Override
  void close() throws PortException;

  /// Makes one.
  @FunctionalInterface
  interface Opener {
    /// @throws PortException CONFLICT where another benchmark uses it, DENIED, FAILED
    EmptyProject open() throws PortException;
  }
}
