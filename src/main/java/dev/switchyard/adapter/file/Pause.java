package dev.switchyard.adapter.file;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.time.Duration;

/// Lets another program finish what it is writing in place.
@FunctionalInterface
public interface Pause {
  /// 20 milliseconds: a settings file takes a program less than one.
  Pause SHORT = () -> sleep(Duration.ofMillis(20));

  /// @throws PortException CANCELLED where the person does not want to wait
  void await() throws PortException;

  private static void sleep(Duration time) throws PortException {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PortException(PortException.Kind.CANCELLED, Message.of("file.interrupted"), e);
    }
  }
}
