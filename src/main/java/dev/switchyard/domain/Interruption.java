package dev.switchyard.domain;

/// A wish to stop that comes from outside the program, such as Ctrl-C. While it is open the program
/// does not end before it is closed, so that what was interrupted can still say where it stands.
public interface Interruption extends Cancellation, AutoCloseable {
  @Override
  void close();
}
