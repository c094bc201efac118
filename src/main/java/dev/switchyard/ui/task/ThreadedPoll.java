package dev.switchyard.ui.task;

import dev.switchyard.domain.PortException;
import java.time.Duration;
import java.util.function.Consumer;

/// A repeated task of [ThreadedTasks]. All its state belongs to the event thread.
///
/// The round counts what makes an answer stale: a pause, a refresh, the end. An answer of an older
/// round is dropped, and a turn that was waited for in an older round does not begin.
final class ThreadedPoll<T> implements Tasks.Poll {
  private final ThreadedTasks tasks;
  private final Duration interval;
  private final Tasks.Work<T> work;
  private final Consumer<? super T> onDone;
  private final Consumer<? super PortException> onFailed;
  private final Consumer<? super Throwable> onBug;

  private Wish running = new Wish();
  private boolean busy;
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
    newRound();
    beginIfIdle();
  }

  @Override
  public void setPaused(boolean pause) {
    if (paused != pause) {
      paused = pause;
      refresh();
    }
  }

  @Override
  public void close() {
    closed = true;
    newRound();
  }

  private void newRound() {
    round++;
    running.cancel();
  }

  private void beginIfIdle() {
    if (busy || paused || closed) {
      return;
    }
    busy = true;
    int begun = round;
    var wish = new Wish();
    running = wish;
    tasks.start(
        () -> work.run(wish),
        result -> ended(begun, () -> onDone.accept(result)),
        failure -> ended(begun, () -> onFailed.accept(failure)),
        bug -> {
          // It would come again at every turn.
          close();
          onBug.accept(bug);
        });
  }

  private void ended(int begun, Runnable deliver) {
    busy = false;
    if (begun != round) {
      beginIfIdle();
      return;
    }
    tasks.after(
        interval,
        () -> {
          if (begun == round) {
            beginIfIdle();
          }
        });
    deliver.run();
  }
}
