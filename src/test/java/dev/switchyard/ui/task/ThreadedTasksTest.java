package dev.switchyard.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.fake.Fx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThreadedTasksTest {
  private static final long LIMIT_S = 20;

  private final BlockingQueue<Object> seen = new LinkedBlockingQueue<>();
  private final EventThread events = new EventThread(bug -> seen.add("lost: " + bug.getMessage()));
  private final ThreadedTasks tasks =
      new ThreadedTasks(
          events, bug -> seen.add("bug: " + bug.getMessage()), UnaryOperator.identity());

  @BeforeEach
  void thereIsAToolkit() {
    Fx.get(() -> {
      events.moveToToolkit();
      return true;
    });
  }

  @AfterEach
  void close() {
    tasks.close();
  }

  @Test
  void workRunsElsewhereAndItsResultArrivesOnTheFxThread() throws InterruptedException {
    Fx.run(() ->
        tasks.run(
            _ -> Platform.isFxApplicationThread(),
            workedOnFx -> seen.add(List.of(workedOnFx, Platform.isFxApplicationThread())),
            _ -> seen.add("failed")));

    assertThat(next()).isEqualTo(List.of(false, true));
  }

  @Test
  void theExpectedGoesToOnFailedAndABugToTheDialog() throws InterruptedException {
    Fx.run(() ->
        tasks.run(
            _ -> {
              throw new PortException(PortException.Kind.MISSING, Message.of("gone"));
            },
            _ -> seen.add("done"),
            failure -> seen.add(failure.kind())));
    assertThat(next()).isEqualTo(PortException.Kind.MISSING);

    Fx.run(() ->
        tasks.run(
            _ -> {
              throw new IllegalStateException("broken");
            },
            _ -> seen.add("done"),
            _ -> seen.add("failed")));
    assertThat(next()).isEqualTo("bug: broken");
  }

  @Test
  void cancellingReachesTheWork() throws InterruptedException {
    var running =
        Fx.get(() ->
            tasks.run(
                cancellation -> {
                  var stop = new CountDownLatch(1);
                  cancellation.onRequest(stop::countDown);
                  await(stop);
                  throw new PortException(PortException.Kind.CANCELLED, Message.of("stopped"));
                },
                _ -> seen.add("done"),
                failure -> seen.add(failure.kind())));

    running.cancel();

    assertThat(next()).isEqualTo(PortException.Kind.CANCELLED);
  }

  @Test
  void theWindowSeesTheNewestProgressAndAllOfItBeforeTheEnd() throws InterruptedException {
    var steps = new ArrayList<Integer>();
    Fx.run(() ->
        tasks.<Integer, String>runWithProgress(
            (progress, _) -> {
              for (int step = 1; step <= 10_000; step++) {
                progress.accept(step);
              }
              return "done";
            },
            steps::add,
            seen::add,
            _ -> seen.add("failed")));

    assertThat(next()).isEqualTo("done");
    assertThat(steps).isSorted().doesNotHaveDuplicates().endsWith(10_000);
  }

  @Test
  void aPollStartsPausedAndRepeatsOnceItIsNot() throws InterruptedException {
    var turns = new AtomicInteger();
    var poll =
        Fx.get(() ->
            tasks.poll(Duration.ofMillis(1), _ -> turns.incrementAndGet(), seen::add, seen::add));
    Fx.settle();
    assertThat(turns).hasValue(0);

    Fx.run(() -> poll.setPaused(false));
    assertThat(next()).isEqualTo(1);
    assertThat(next()).isEqualTo(2);
    Fx.run(poll::close);
  }

  @Test
  void aRefreshDropsTheAnswerUnderWayAndNeverOverlapsIt() throws InterruptedException {
    var answers = new SynchronousQueue<String>();
    var asked = new CountDownLatch(1);
    var atWork = new AtomicInteger();
    var most = new AtomicInteger();
    var poll =
        Fx.get(() ->
            tasks.poll(
                Duration.ofDays(1),
                _ -> {
                  most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                  asked.countDown();
                  var answer = take(answers);
                  atWork.decrementAndGet();
                  return answer;
                },
                seen::add,
                seen::add));

    Fx.run(() -> poll.setPaused(false));
    await(asked);
    Fx.run(poll::refresh);
    give(answers, "stale");
    give(answers, "fresh");

    assertThat(next()).isEqualTo("fresh");
    assertThat(most).hasValue(1);
    Fx.run(poll::close);
  }

  @Test
  void anAnswerThatComesWhilePausedIsDropped() throws InterruptedException {
    var answers = new SynchronousQueue<String>();
    var asked = new CountDownLatch(1);
    var poll =
        Fx.get(() ->
            tasks.poll(
                Duration.ofDays(1),
                _ -> {
                  asked.countDown();
                  return take(answers);
                },
                seen::add,
                seen::add));

    Fx.run(() -> poll.setPaused(false));
    // A pause that comes before the first question leaves nobody to answer.
    await(asked);
    Fx.run(() -> poll.setPaused(true));
    give(answers, "too late");
    Fx.run(() -> poll.setPaused(false));
    give(answers, "in time");

    assertThat(next()).isEqualTo("in time");
    Fx.run(poll::close);
  }

  @Test
  void anAnswerThatSaysTheSameIsToldOnceAndAgainWhenAsked() throws InterruptedException {
    var answers = new SynchronousQueue<String>();
    var poll =
        Fx.get(() -> tasks.poll(Duration.ofMillis(1), _ -> take(answers), seen::add, seen::add));
    Fx.run(() -> poll.setPaused(false));

    for (var answer : List.of("one", "one", "two", "two", "one")) {
      give(answers, answer);
    }
    assertThat(List.of(next(), next(), next())).containsExactly("one", "two", "one");

    Fx.run(poll::refresh);
    // The first may be that of the turn before, which is dropped.
    give(answers, "one");
    give(answers, "one");
    assertThat(next()).isEqualTo("one");
    Fx.run(poll::close);
  }

  @Test
  void aFailureThatSaysTheSameIsToldOnce() throws InterruptedException {
    var kinds = new SynchronousQueue<String>();
    var poll =
        Fx.get(() ->
            tasks.poll(
                Duration.ofMillis(1),
                _ -> {
                  throw new PortException(PortException.Kind.FAILED, Message.of(take(kinds)));
                },
                seen::add,
                failure -> seen.add(failure.text())));
    Fx.run(() -> poll.setPaused(false));

    for (var kind : List.of("gone", "gone", "away")) {
      give(kinds, kind);
    }
    assertThat(List.of(next(), next())).containsExactly(Message.of("gone"), Message.of("away"));
    Fx.run(poll::close);
  }

  @Test
  void aPollWithABugIsOver() throws InterruptedException {
    var turns = new AtomicInteger();
    var poll =
        Fx.get(() ->
            tasks.poll(
                Duration.ofMillis(1),
                _ -> {
                  turns.incrementAndGet();
                  throw new IllegalStateException("broken");
                },
                seen::add,
                seen::add));
    Fx.run(() -> poll.setPaused(false));
    assertThat(next()).isEqualTo("bug: broken");

    Fx.run(poll::refresh);
    int before = turns.get();
    Fx.settle();
    assertThat(turns).hasValue(before);
  }

  private Object next() throws InterruptedException {
    return seen.poll(LIMIT_S, TimeUnit.SECONDS);
  }

  private static void give(SynchronousQueue<String> queue, String answer)
      throws InterruptedException {
    assertThat(queue.offer(answer, LIMIT_S, TimeUnit.SECONDS)).as("somebody asks").isTrue();
  }

  private static String take(SynchronousQueue<String> queue) {
    try {
      var taken = queue.poll(LIMIT_S, TimeUnit.SECONDS);
      if (taken == null) {
        throw new AssertionError("nobody gave an answer");
      }
      return taken;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(LIMIT_S, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
