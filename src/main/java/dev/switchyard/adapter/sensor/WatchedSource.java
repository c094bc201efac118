package dev.switchyard.adapter.sensor;

import dev.switchyard.adapter.sensor.GpuSource.Cards;
import dev.switchyard.domain.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Asks a source on a daemon thread of its own, so that a driver that hangs keeps nobody waiting
/// for longer than a time limit: the last figures stand, with their age, and it is asked again when
/// the call has returned.
final class WatchedSource implements AutoCloseable {
  private final GpuSource source;
  private final Clock clock;
  private final ExecutorService thread;
  private Instant asked;
  private @Nullable Future<?> call;
  private boolean waited;
  private volatile @Nullable Kept last;

  /// What the source answered, and when.
  private record Kept(Cards cards, Instant at) {}

  WatchedSource(GpuSource source, Clock clock) {
    this.source = source;
    this.clock = clock;
    asked = clock.instant();
    thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("gpu-sensor")::unstarted);
  }

  /// Asks the source, unless the call before still hangs.
  void ask() {
    var before = call;
    waited = before != null && !before.isDone();
    if (!waited) {
      asked = clock.instant();
      call = thread.submit(this::read);
    }
  }

  private void read() {
    var cards = source.read();
    last = new Kept(cards, clock.instant());
  }

  /// The answer to [#ask], or else the one before it, marked as old.
  ///
  /// @param limit how long to wait for it; no longer for a call that was waited for already
  Cards answer(Duration limit) {
    var running = call;
    try {
      if (running != null && (!waited || running.isDone())) {
        running.get(Math.max(0, limit.toNanos()), TimeUnit.NANOSECONDS);
        var now = last;
        return now == null ? source.unread(silent()) : now.cards();
      }
    } catch (TimeoutException _) {
      return old();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      var cause = e.getCause() == null ? e : e.getCause();
      return source.unread(Message.of("memory.gpu.broken", cause.toString()));
    }
    return old();
  }

  private Cards old() {
    var kept = last;
    if (kept == null) {
      return source.unread(silent());
    }
    var pools = kept.cards().pools().stream().map(pool -> pool.since(kept.at())).toList();
    return new Cards(pools, kept.cards().sharing());
  }

  private Message silent() {
    return Message.of("memory.gpu.no-answer", Duration.between(asked, clock.instant()).toSeconds());
  }

  /// A call that hangs is left to itself: its thread ends with the program.
  @Override
  public void close() {
    var running = call;
    boolean hangs = running != null && !running.isDone();
    thread.shutdown();
    if (!hangs) {
      source.close();
    }
  }
}
