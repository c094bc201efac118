package dev.switchyard.adapter.process;

import dev.switchyard.domain.Interruption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Hears Ctrl-C, and every other signal that ends a Java program in order.
public final class SignalInterruption implements Interruption {
  private static final long PATIENCE_SECONDS = 3;

  private final List<Runnable> stops = new CopyOnWriteArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "interruption");
  private volatile boolean requested;

  private SignalInterruption() {}

  public static Interruption listen() {
    var interruption = new SignalInterruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  @Override
  public boolean requested() {
    return requested;
  }

  @Override
  public void onRequest(Runnable stop) {
    stops.add(stop);
    if (requested) {
      stop.run();
    }
  }

  /// The program ends when this returns.
  private void interrupted() {
    requested = true;
    stops.forEach(Runnable::run);
    try {
      var _ = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ended.countDown();
    if (!requested) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
