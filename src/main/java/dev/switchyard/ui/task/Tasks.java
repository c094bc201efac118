package dev.switchyard.ui.task;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import java.time.Duration;
import java.util.function.Consumer;

/// Runs what may block away from the window's thread and hands results back on it.
///
/// View-models use nothing else for background work. In tests a twin runs everything at once, in
/// order, on the calling thread. A bug (an unchecked exception) goes to one dialog, never to
/// `onFailed`.
public interface Tasks {
  /// Work that may block and may be cancelled.
  @FunctionalInterface
  interface Work<T> {
    T run(Cancellation cancellation) throws PortException;
  }

  /// Work that tells how far it is; `progress` may be called from any thread and often, the window
  /// sees the latest.
  @FunctionalInterface
  interface ProgressWork<P, T> {
    T run(Consumer<P> progress, Cancellation cancellation) throws PortException;
  }

  /// Work without an answer.
  @FunctionalInterface
  interface Action {
    void run(Cancellation cancellation) throws PortException;
  }

  /// A running task.
  interface Running {
    /// Asks the work to stop; `onFailed` then gets a CANCELLED.
    void cancel();
  }

  /// A repeated task: never overlaps itself, stops while paused, drops answers that came too late,
  /// and tells an answer that is equal to the one before only where it was paused or refreshed
  /// since.
  interface Poll extends AutoCloseable {
    /// Runs once now, without waiting for the next turn; what a person just did shows at once.
    void refresh();

    /// While paused nothing runs: the screen is not shown, or the window is hidden.
    void setPaused(boolean paused);

    @Override
    void close();
  }

  <T> Running run(
      Work<T> work, Consumer<? super T> onDone, Consumer<? super PortException> onFailed);

  /// The same for what has no answer.
  default Running perform(
      Action action, Runnable onDone, Consumer<? super PortException> onFailed) {
    return run(
        cancellation -> {
          action.run(cancellation);
          return true;
        },
        _ -> onDone.run(),
        onFailed);
  }

  <P, T> Running runWithProgress(
      ProgressWork<P, T> work,
      Consumer<? super P> onProgress,
      Consumer<? super T> onDone,
      Consumer<? super PortException> onFailed);

  /// Starts paused; `setPaused(false)` runs the work at once and then again `interval` after each
  /// end. What the work returns has an `equals` that says whether it would be shown otherwise.
  <T> Poll poll(
      Duration interval,
      Work<T> work,
      Consumer<? super T> onDone,
      Consumer<? super PortException> onFailed);
}
