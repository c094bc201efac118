package dev.switchyard.fake;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/// A JavaFX toolkit for tests, without a display: started once per JVM, driven from the test's
/// thread.
///
/// Needs `-Dglass.platform=Headless`. That platform's screen is 1000x1000 at scale 1 and its mouse
/// events carry no Shift or Ctrl; what needs more than that is tested on the view-model, or drawn
/// with [Snapshots] from a scene that is not shown.
public final class Fx {
  private static final long LIMIT_SECONDS = 20;
  private static boolean started;

  private Fx() {}

  /// Code for the JavaFX thread that may throw.
  @FunctionalInterface
  public interface Action {
    void run() throws Exception;
  }

  /// Starts the toolkit; later calls do nothing.
  public static synchronized void start() {
    if (started) {
      return;
    }
    var ready = new CountDownLatch(1);
    Platform.startup(() -> {
      Platform.setImplicitExit(false);
      ready.countDown();
    });
    await(ready);
    started = true;
  }

  /// Computes something on the JavaFX thread and waits for it; what it throws is thrown here.
  public static <T> T get(Callable<T> work) {
    start();
    if (Platform.isFxApplicationThread()) {
      return call(work);
    }
    var task = new FutureTask<>(work);
    Platform.runLater(task);
    try {
      return task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("the JavaFX thread did not answer", e);
    }
  }

  /// Runs something on the JavaFX thread and waits for it.
  public static void run(Action work) {
    get(() -> {
      work.run();
      return true;
    });
  }

  /// Everything that was handed to `Platform.runLater` before this call has run when it returns.
  public static void settle() {
    run(() -> {});
  }

  /// Shows a node in a window of its own and waits until it is laid out.
  public static Stage show(Parent root, double width, double height) {
    var stage =
        get(() -> {
          var shown = new Stage();
          shown.setScene(new Scene(root, width, height));
          shown.show();
          return shown;
        });
    pulse(stage.getScene());
    return stage;
  }

  /// Waits for one pulse: CSS, layout and rendering are done.
  public static void pulse(Scene scene) {
    var done = new CountDownLatch(1);
    run(() -> {
      var listener = new Runnable[1];
      listener[0] =
          () -> {
            scene.removePostLayoutPulseListener(listener[0]);
            done.countDown();
          };
      scene.addPostLayoutPulseListener(listener[0]);
      Platform.requestNextPulse();
    });
    await(done);
    settle();
  }

  /// Clicks the middle of a node that is shown.
  public static void click(Node node) {
    run(() -> {
      Bounds bounds = node.localToScreen(node.getLayoutBounds());
      var robot = new Robot();
      robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
      robot.mouseClick(MouseButton.PRIMARY);
    });
    settle();
  }

  /// Presses the keys together, in this order, and lets go of them in the reverse order.
  public static void press(KeyCode... keys) {
    run(() -> {
      var robot = new Robot();
      for (var key : keys) {
        robot.keyPress(key);
      }
      for (int i = keys.length - 1; i >= 0; i--) {
        robot.keyRelease(keys[i]);
      }
    });
    settle();
  }

  /// The one node that matches a CSS selector below this one.
  public static <T extends Node> T find(Parent root, String selector, Class<T> type) {
    return get(() -> {
      root.applyCss();
      var found = root.lookup(selector);
      if (found == null) {
        throw new AssertionError("nothing matches " + selector);
      }
      return type.cast(found);
    });
  }

  private static <T> T call(Callable<T> work) {
    try {
      return work.call();
    } catch (Exception e) {
      throw rethrown(e);
    }
  }

  private static RuntimeException rethrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(cause);
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the JavaFX toolkit did not answer");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
