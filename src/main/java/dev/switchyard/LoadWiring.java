package dev.switchyard;

import dev.switchyard.domain.truth.SeenLoads;
import dev.switchyard.ui.task.ThreadedTasks;
import java.time.Duration;

/// Has every load looked at that some part of the program hears of, a while after: the window's
/// first picture comes before, and memory that still moves comes to rest.
final class LoadWiring {
  private static final Duration SETTLED = Duration.ofSeconds(2);

  private final SeenLoads seen;
  private final ThreadedTasks tasks;
  private boolean waiting;
  private Runnable onLooked = () -> {};

  LoadWiring(SeenLoads seen, ThreadedTasks tasks) {
    this.seen = seen;
    this.tasks = tasks;
    seen.setOnNews(() -> tasks.fromOutside(this::heard));
  }

  /// @param listener told when there is more to show of what is loaded
  void setOnLooked(Runnable listener) {
    onLooked = listener;
  }

  private void heard() {
    if (!waiting) {
      waiting = true;
      tasks.after(SETTLED, this::look);
    }
  }

  private void look() {
    tasks.run(_ -> seen.look(), this::looked, _ -> looked(false));
  }

  private void looked(boolean isNew) {
    waiting = false;
    if (isNew) {
      onLooked.run();
    }
  }
}
