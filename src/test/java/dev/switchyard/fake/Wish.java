package dev.switchyard.fake;

import dev.switchyard.domain.Cancellation;
import java.util.ArrayList;
import java.util.List;

/// A wish to stop that a test utters.
public final class Wish implements Cancellation {
  private final List<Runnable> stops = new ArrayList<>();
  private boolean requested;

  /// One that is uttered as soon as the server has been asked.
  public static Wish onceAsked(RawServer server) {
    var wish = new Wish();
    Thread.ofVirtual()
        .name(LiveThreads.OF_TESTS)
        .start(() -> {
          try {
            server.awaitRequest();
            wish.stop();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
    return wish;
  }

  public synchronized void stop() {
    requested = true;
    stops.forEach(Runnable::run);
  }

  @Override
  public synchronized boolean requested() {
    return requested;
  }

  @Override
  public synchronized void onRequest(Runnable stop) {
    stops.add(stop);
    if (requested) {
      stop.run();
    }
  }
}
