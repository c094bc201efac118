package dev.switchyard.ui.pulse;

import com.sun.glass.ui.Timer;
import com.sun.javafx.tk.Toolkit;
import java.lang.reflect.Field;
import java.util.Optional;
import javafx.stage.Stage;

/// Lets JavaFX's clock rest while nothing moves.
///
/// JavaFX itself knows when: a quarter of a second after the last change it asks its timer to
/// pause, and before the next one to go on. The timers of macOS do; that of GTK (`GtkTimer` of
/// JavaFX 26) ignores both and wakes the program thirty or sixty times a second for as long as the
/// toolkit is there, also without a window: half of what a window at rest costs. So JavaFX is
/// handed a timer that does what it is asked; when is still JavaFX's decision alone.
///
/// The door to it is internal (the `--add-opens` and `--add-exports` of
/// `packaging/linux/jvm.args`). Where it is shut, or leads elsewhere in another JavaFX, the clock
/// goes on as JavaFX makes it.
public final class RestingPulse {
  private static final String QUANTUM = "com.sun.javafx.tk.quantum";
  private static final String TOOLKIT = "com.sun.javafx.tk";
  private static final String GLASS = "com.sun.glass.ui";

  private RestingPulse() {}

  /// Called on JavaFX's thread, once.
  ///
  /// @return why the clock will not rest; empty where it will, and where the door is shut
  public static Optional<Throwable> begin() {
    if (!isDoorOpen()) {
      return Optional.empty();
    }
    try {
      replaceTimer(Toolkit.getToolkit());
      return Optional.empty();
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return Optional.of(e);
    }
  }

  /// Names no class behind the door: where it is shut, that alone would be an error.
  private static boolean isDoorOpen() {
    var javafx = Stage.class.getModule();
    var own = RestingPulse.class.getModule();
    return javafx.isOpen(QUANTUM, own)
        && javafx.isExported(TOOLKIT, own)
        && javafx.isExported(GLASS, own);
  }

  private static void replaceTimer(Toolkit toolkit) throws ReflectiveOperationException {
    var timer = timerOf(toolkit);
    int period = field(toolkit, "PULSE_INTERVAL").getInt(toolkit);
    // Its lock is that of pausing and resuming, on whatever thread.
    synchronized (toolkit) {
      var resting = new RestingTimer((Timer) timer.get(toolkit), period);
      resting.start(period);
      timer.set(toolkit, resting);
    }
  }

  static Field timerOf(Toolkit toolkit) throws ReflectiveOperationException {
    return field(toolkit, "pulseTimer");
  }

  private static Field field(Toolkit toolkit, String name) throws ReflectiveOperationException {
    var field = toolkit.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
