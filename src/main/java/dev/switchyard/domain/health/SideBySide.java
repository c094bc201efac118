package dev.switchyard.domain.health;

import dev.switchyard.domain.PortException;
import java.util.List;
import java.util.function.Consumer;

/// Port: does several things at once.
public interface SideBySide {
  /// @param <T> what is told of on the way
  @FunctionalInterface
  interface Work<T> {
    void run(Consumer<? super T> tell) throws PortException;
  }

  /// Begins all of it and returns when all of it has ended.
  ///
  /// @param news told on the calling thread, in the order in which things happen
  /// @throws PortException the first one that any of it throws
  <T> void run(List<Work<T>> all, Consumer<? super T> news) throws PortException;
}
