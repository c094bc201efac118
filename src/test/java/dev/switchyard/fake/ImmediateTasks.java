package dev.switchyard.fake;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.ui.task.Tasks;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/// The twin of ThreadedTasks for tests: everything runs at once, in order, on the calling thread.
///
/// A poll runs when it is unpaused, when it is refreshed, and once for each [#turn], which tells no
/// answer that is equal to the one before. Between [#hold] and [#release] work waits, so that a
/// test can look at what a view-model shows meanwhile, or cancel. A bug is thrown to the test.
public final class ImmediateTasks implements Tasks {
  private final Queue<Runnable> held = new ArrayDeque<>();
  private final List<ImmediatePoll<?>> polls = new ArrayList<>();
  private boolean holding;

  /// Work that is started from now on waits.
  public void hold() {
    holding = true;
  }

  /// Runs what waits, in the order in which it was started, and holds nothing any more.
  public void release() {
    holding = false;
    while (!held.isEmpty()) {
      held.remove().run();
    }
  }

  /// Time passes: every poll that is not paused has one more turn.
  public void turn() {
    List.copyOf(polls).forEach(ImmediatePoll::turn);
  }

  /// So much time passes, in whole seconds: every poll has its turns as they come.
  public void pass(Duration time) {
    for (long second = 0; second < time.toSeconds(); second++) {
      List.copyOf(polls).forEach(ImmediatePoll::second);
    }
  }

  /// How many polls would run at the next turn.
  public long pollsRunning() {
    return polls.stream().filter(poll -> !poll.paused).count();
  }

  @Override
  public <T> Running run(
      Work<T> work, Consumer<? super T> onDone, Consumer<? super PortException> onFailed) {
    return this.<Void, T>runWithProgress(
        (_, cancellation) -> work.run(cancellation), _ -> {}, onDone, onFailed);
  }

  @Override
  public <P, T> Running runWithProgress(
      ProgressWork<P, T> work,
      Consumer<? super P> onProgress,
      Consumer<? super T> onDone,
      Consumer<? super PortException> onFailed) {
    var wish = new Wish();
    start(() -> {
      T result;
      try {
        result = work.run(onProgress::accept, wish);
      } catch (PortException e) {
        onFailed.accept(e);
        return;
      }
      onDone.accept(result);
    });
    return wish;
  }

  @Override
  public <T> Poll poll(
      Duration interval,
      Work<T> work,
      Consumer<? super T> onDone,
      Consumer<? super PortException> onFailed) {
    var poll = new ImmediatePoll<>(interval, work, onDone, onFailed);
    polls.add(poll);
    return poll;
  }

  private void start(Runnable work) {
    if (holding) {
      held.add(work);
    } else {
      work.run();
    }
  }

  /// A wish to stop that the test can express before the work runs.
  private static final class Wish implements Cancellation, Running {
    private final List<Runnable> stops = new ArrayList<>();
    private boolean requested;

    @Override
    public boolean requested() {
      return requested;
    }

    @Override
    public void onRequest(Runnable stop) {
      if (requested) {
        stop.run();
      } else {
        stops.add(stop);
      }
    }

    @Override
    public void cancel() {
      if (!requested) {
        requested = true;
        stops.forEach(Runnable::run);
      }
    }
  }

  private final class ImmediatePoll<T> implements Poll {
    private final Duration interval;
    private final Work<T> work;
    private final Consumer<? super T> onDone;
    private final Consumer<? super PortException> onFailed;
    private boolean paused = true;
    private Optional<Object> told = Optional.empty();
    private Duration waited = Duration.ZERO;

    ImmediatePoll(
        Duration interval,
        Work<T> work,
        Consumer<? super T> onDone,
        Consumer<? super PortException> onFailed) {
      this.interval = interval;
      this.work = work;
      this.onDone = onDone;
      this.onFailed = onFailed;
    }

    @Override
    public void refresh() {
      told = Optional.empty();
      turn();
    }

    void second() {
      waited = waited.plusSeconds(1);
      if (waited.compareTo(interval) >= 0) {
        turn();
      }
    }

    void turn() {
      waited = Duration.ZERO;
      if (!paused) {
        run(
            work,
            result -> tell(result, () -> onDone.accept(result)),
            failure ->
                tell(List.of(failure.kind(), failure.text()), () -> onFailed.accept(failure)));
      }
    }

    private void tell(Object answer, Runnable tell) {
      if (!told.equals(Optional.of(answer))) {
        told = Optional.of(answer);
        tell.run();
      }
    }

    @Override
    public void setPaused(boolean pause) {
      var resumed = paused && !pause;
      paused = pause;
      if (resumed) {
        refresh();
      }
    }

    @Override
    public void close() {
      paused = true;
      polls.remove(this);
    }
  }
}
