package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import java.util.function.Supplier;

/// Port: asks something that may take long or never answer, for a limited time.
public interface Questions {
  /// Something to be found out.
  @FunctionalInterface
  interface Question<T> {
    T ask() throws PortException;
  }

  /// Begins to ask, and does not wait.
  ///
  /// @return waits for the answer until the time is up; unknown where it was not found out
  <T> Supplier<Known<T>> begin(Question<T> question);

  /// Asks and waits.
  default <T> Known<T> ask(Question<T> question) {
    return begin(question).get();
  }
}
