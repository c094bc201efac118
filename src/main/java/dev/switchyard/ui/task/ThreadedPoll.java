package dev.switchyard.ui.task;

import dev.switchyard.domain.PortException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A repeated task of [ThreadedTasks], on a thread of its own for as long as it is not paused. The
/// event thread is woken up only for an answer that is another than the one before.
///
/// The round counts what makes an answer stale: a pause, a refresh, the end. It changes on the
/// event thread alone, so that an answer which is of this round there still is when it is shown.
final class ThreadedPoll<T> implements Tasks.Poll {
  /// No round, before the first turn and after the last.
  private static final int NONE = -1;

  private final ThreadedTasks tasks;
  private final Duration interval;
  private final Tasks.Work<T> work;
  private final Consumer<? super T> onDone;
  private final Consumer<? super PortException> onFailed;
  private final Consumer<? super Throwable> onBug;

  private Wish running = new Wish();
  private boolean hasThread;
  private boolean paused = true;
  private boolean closed;
  private int round;

  ThreadedPoll(
      ThreadedTasks tasks,
      Duration interval,
      Tasks.Work<T> work,
      Consumer<? super T> onDone,
      Consumer<? super PortException> onFailed,
      Consumer<? super Throwable> onBug) {
    this.tasks = tasks;
    this.interval = interval;
    this.work = work;
    this.onDone = onDone;
    this.onFailed = onFailed;
    this.onBug = onBug;
  }

  @Override
  public void refresh() {
    beginRound(paused, closed);
  }

  @Override
  public void setPaused(boolean pause) {
    if (paused != pause) {
      beginRound(pause, closed);
    }
  }

  @Override
  public void close() {
    beginRound(paused, true);
  }

  private void beginRound(boolean pause, boolean close) {
    Wish before;
    synchronized (this) {
      paused = pause;
      closed = close;
      round++;
      before = running;
      running = new Wish();
      if (!hasThread && isOn()) {
        hasThread = true;
        tasks.execute(this::follow);
      }
      notifyAll();
    }
    before.cancel();
  }

  private boolean isOn() {
    return !paused && !closed && !tasks.isClosed();
  }

  /// Asks, waits, and asks again.
  private void follow() {
    int toldIn = NONE;
    @Nullable Object told = null;
    for (int begun = nextTurn(NONE); begun != NONE; begun = nextTurn(begun)) {
      var answer = ask();
      if (begun != toldIn || !answer.same().equals(told)) {
        toldIn = begun;
        told = answer.same();
        tell(begun, answer);
      }
    }
  }

  /// @param same equal to that of an answer which says the same
  /// @param tell what is to happen on the event thread
  private record Answer(Object same, Runnable tell) {}

  private Answer ask() {
    try {
      var result = work.run(wish());
      return new Answer(result, () -> onDone.accept(result));
    } catch (PortException e) {
      return new Answer(List.of(e.kind(), e.text()), () -> onFailed.accept(e));
    } catch (RuntimeException | Error e) {
      return new Answer(
          e,
          () -> {
            // It would come again at every turn.
            close();
            onBug.accept(e);
          });
    }
  }

  private void tell(int begun, Answer answer) {
    tasks.later(() -> {
      if (isIn(begun)) {
        answer.tell().run();
      }
    });
  }

  private synchronized Wish wish() {
    return running;
  }

  private synchronized boolean isIn(int begun) {
    return isOn() && round == begun;
  }

  /// Waits until the interval has passed, or another round than that of the last turn has begun.
  ///
  /// @return the round that is on; none where the thread is to end
  private synchronized int nextTurn(int last) {
    try {
      long end = System.nanoTime() + tasks.waiting(interval).toNanos();
      for (long left = end - System.nanoTime();
          isIn(last) && left > 0;
          left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException _) {
      closed = true;
    }
    hasThread = isOn();
    return hasThread ? round : NONE;
  }
}
