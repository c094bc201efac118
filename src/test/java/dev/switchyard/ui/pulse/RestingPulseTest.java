package dev.switchyard.ui.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.Timer;
import com.sun.javafx.tk.Toolkit;
import dev.switchyard.fake.Fx;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A JavaFX in which the clock's timer is elsewhere fails here. Has a JVM of its own in the build:
/// a clock does not rest while what another test began still moves.
class RestingPulseTest {
  private static final int FRAMES = 20;

  private Timer before;
  private Stage stage;

  @BeforeEach
  void begin() {
    before = Fx.get(RestingPulseTest::timer);
    stage = Fx.show(new Pane(), 200, 100);
    assertThat(Fx.get(RestingPulse::begin)).isEmpty();
  }

  @AfterEach
  void end() {
    Fx.run(() -> {
      stage.close();
      var toolkit = Toolkit.getToolkit();
      synchronized (toolkit) {
        RestingPulse.timerOf(toolkit).set(toolkit, before);
        before.start(1000 / 60);
      }
    });
  }

  @Test
  void restsWhenNothingMovesAndGoesOnForTheNextChange() {
    awaitRest();

    // Waits for a pulse, which would not come.
    Fx.run(() -> stage.getScene().setRoot(new Pane()));
    Fx.pulse(stage.getScene());
    assertThat(Fx.get(() -> resting().isResting())).isFalse();

    awaitRest();
  }

  @Test
  void anAnimationRunsThroughTheRest() throws InterruptedException {
    awaitRest();

    var frames = new CountDownLatch(FRAMES);
    var animation =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            frames.countDown();
          }
        };
    Fx.run(animation::start);
    assertThat(frames.await(20, TimeUnit.SECONDS)).isTrue();
    Fx.run(animation::stop);
    awaitRest();
  }

  @Test
  void aChangeWithoutAWindowIsShownWithTheNextOne() {
    Fx.run(stage::hide);
    awaitRest();

    Fx.run(stage::show);
    Fx.pulse(stage.getScene());
    awaitRest();
  }

  /// Within a quarter of a second, says JavaFX.
  private static void awaitRest() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!Fx.get(() -> resting().isResting())) {
      assertThat(System.nanoTime()).as("the clock rests").isLessThan(end);
    }
  }

  private static RestingTimer resting() throws ReflectiveOperationException {
    return (RestingTimer) timer();
  }

  private static Timer timer() throws ReflectiveOperationException {
    var toolkit = Toolkit.getToolkit();
    return (Timer) RestingPulse.timerOf(toolkit).get(toolkit);
  }
}
