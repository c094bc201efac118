package dev.switchyard.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.fake.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;

class EventThreadTest {
  private static final long LIMIT_S = 20;

  private static final int TURNS = 1000;

  private final BlockingQueue<Object> seen = new LinkedBlockingQueue<>();
  private final EventThread events = new EventThread(bug -> seen.add("bug: " + bug.getMessage()));

  @Test
  void turnsComeOneAfterTheOtherInTheirOrder() throws InterruptedException {
    var order = new ArrayList<Integer>();
    var atWork = new AtomicInteger();
    var most = new AtomicInteger();

    for (int i = 0; i < TURNS; i++) {
      int turn = i;
      events.run(() -> {
        most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
        order.add(turn);
        atWork.decrementAndGet();
      });
    }
    events.run(() -> seen.add(List.copyOf(order)));

    assertThat(next()).isEqualTo(IntStream.range(0, TURNS).boxed().toList());
    assertThat(most).hasValue(1);
  }

  @Test
  void aBugIsToldAndTheNextTurnComes() throws InterruptedException {
    events.run(() -> {
      throw new IllegalStateException("broken");
    });
    events.run(() -> seen.add("next"));

    assertThat(next()).isEqualTo("bug: broken");
    assertThat(next()).isEqualTo("next");
  }

  @Test
  void theToolkitTakesOverWhatWaitsWhenTheTurnUnderWayHasEnded() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    events.run(() -> {
      begun.countDown();
      await(mayEnd);
      seen.add("on the toolkit: " + Platform.isFxApplicationThread());
    });
    await(begun);
    events.run(() -> seen.add("on the toolkit: " + Platform.isFxApplicationThread()));
    var toolkit = Fx.get(Thread::currentThread);

    Fx.get(() -> {
      // From here the toolkit's thread waits for nothing but the turn.
      Thread.startVirtualThread(() -> {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_S);
        while (toolkit.getState() != Thread.State.WAITING && System.nanoTime() < end) {
          Thread.onSpinWait();
        }
        mayEnd.countDown();
      });
      events.moveToToolkit();
      seen.add("moved");
      return true;
    });
    events.run(() -> seen.add("last, on the toolkit: " + Platform.isFxApplicationThread()));

    assertThat(next()).isEqualTo("on the toolkit: false");
    assertThat(List.of(next(), next(), next()))
        .containsExactly("moved", "on the toolkit: true", "last, on the toolkit: true");
  }

  private Object next() throws InterruptedException {
    return seen.poll(LIMIT_S, TimeUnit.SECONDS);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(LIMIT_S, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
