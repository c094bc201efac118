package dev.switchyard.ui.task;

import dev.switchyard.domain.PortException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Runs work on virtual threads and hands results back on the event thread.
///
/// Its methods are called on the event thread. Closing it cancels nothing by itself but drops every
/// answer that is still under way.
public final class ThreadedTasks implements Tasks, AutoCloseable {
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("task-", 0).factory());
  private final EventThread events;
  private final Consumer<? super Throwable> onBug;
  private final UnaryOperator<Duration> pace;
  private volatile boolean closed;

  /// @param onBug told of every unchecked exception in work, on the event thread
  /// @param pace how long it really waits where it is asked to wait so long
  public ThreadedTasks(
      EventThread events, Consumer<? super Throwable> onBug, UnaryOperator<Duration> pace) {
    this.events = events;
    this.onBug = onBug;
    this.pace = pace;
  }

  @Override
  public <T> Running run(
      Work<T> work, Consumer<? super T> onDone, Consumer<? super PortException> onFailed) {
    var wish = new Wish();
    start(() -> work.run(wish), onDone, onFailed, onBug);
    return wish;
  }

  @Override
  public <P, T> Running runWithProgress(
      ProgressWork<P, T> work,
      Consumer<? super P> onProgress,
      Consumer<? super T> onDone,
      Consumer<? super PortException> onFailed) {
    var wish = new Wish();
    var latest = new AtomicReference<Optional<P>>(Optional.empty());
    Consumer<P> progress =
        step -> {
          // Only the newest step waits for its turn: a fast download cannot flood it.
          if (latest.getAndSet(Optional.of(step)).isEmpty()) {
            later(() -> latest.getAndSet(Optional.empty()).ifPresent(onProgress));
          }
        };
    start(() -> work.run(progress, wish), onDone, onFailed, onBug);
    return wish;
  }

  @Override
  public <T> Poll poll(
      Duration interval,
      Work<T> work,
      Consumer<? super T> onDone,
      Consumer<? super PortException> onFailed) {
    return new ThreadedPoll<>(this, interval, work, onDone, onFailed, onBug);
  }

  /// Runs something on the event thread soon: for what other programs ask of this one. May be
  /// called on any thread.
  public void fromOutside(Runnable turn) {
    later(turn);
  }

  /// What runs away from the event thread.
  @FunctionalInterface
  private interface Call<T> {
    T run() throws PortException;
  }

  private <T> void start(
      Call<T> call,
      Consumer<? super T> onDone,
      Consumer<? super PortException> onFailed,
      Consumer<? super Throwable> onUnexpected) {
    execute(() -> later(outcome(call, onDone, onFailed, onUnexpected)));
  }

  /// Runs the call and returns what is to happen on the event thread.
  private static <T> Runnable outcome(
      Call<T> call,
      Consumer<? super T> onDone,
      Consumer<? super PortException> onFailed,
      Consumer<? super Throwable> onUnexpected) {
    try {
      var result = call.run();
      return () -> onDone.accept(result);
    } catch (PortException e) {
      return () -> onFailed.accept(e);
    } catch (RuntimeException | Error e) {
      return () -> onUnexpected.accept(e);
    }
  }

  /// Runs something on the event thread once, after a while.
  public void after(Duration delay, Runnable turn) {
    execute(() -> {
      try {
        Thread.sleep(waiting(delay));
      } catch (InterruptedException e) {
        return;
      }
      later(turn);
    });
  }

  /// How long to wait really.
  Duration waiting(Duration interval) {
    return pace.apply(interval);
  }

  boolean isClosed() {
    return closed;
  }

  void execute(Runnable work) {
    if (closed) {
      return;
    }
    try {
      threads.execute(work);
    } catch (RejectedExecutionException _) {
      // Closed meanwhile: nobody waits for the answer.
    }
  }

  void later(Runnable turn) {
    if (!closed) {
      events.run(() -> {
        if (!closed) {
          turn.run();
        }
      });
    }
  }

  @Override
  public void close() {
    closed = true;
    // What is under way ends by itself, on threads that keep no program alive.
    threads.shutdown();
  }
}
