package dev.switchyard.ui.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The one thread of all view-models: JavaFX's own once there is a window, and before that whatever
/// thread has a turn, one turn after the other. So the tray works while no toolkit is there, and no
/// thread waits for its next turn.
public final class EventThread {
  private final Consumer<? super Throwable> onBug;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean inTurn;
  private boolean ofToolkit;

  /// @param onBug told, in a turn, of every unchecked exception in the turns before the toolkit's;
  ///   later ones go to the handler of JavaFX's thread
  public EventThread(Consumer<? super Throwable> onBug) {
    this.onBug = onBug;
  }

  /// Runs something on the thread soon. May be called on any thread.
  public synchronized void run(Runnable turn) {
    if (ofToolkit) {
      Platform.runLater(turn);
      return;
    }
    waiting.add(turn);
    if (!inTurn) {
      inTurn = true;
      Thread.ofVirtual().name("events").start(this::takeTurns);
    }
  }

  /// Makes JavaFX's thread the one from now on. Called on it; waits until the turn that is under
  /// way elsewhere has ended.
  ///
  /// @throws InterruptedException if this thread is told not to wait
  public synchronized void moveToToolkit() throws InterruptedException {
    ofToolkit = true;
    waiting.forEach(Platform::runLater);
    waiting.clear();
    while (inTurn) {
      wait();
    }
  }

  private void takeTurns() {
    for (var turn = next(); turn != null; turn = next()) {
      try {
        turn.run();
      } catch (RuntimeException | Error bug) {
        onBug.accept(bug);
      }
    }
  }

  private synchronized @Nullable Runnable next() {
    var turn = waiting.poll();
    if (turn == null) {
      inTurn = false;
      notifyAll();
    }
    return turn;
  }
}
