package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.cli.StartOptions;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.fake.Fx;
import dev.switchyard.ui.text.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The real window, wired as the program wires it, on the simulated server.
final class OpenWindow implements AutoCloseable {
  /// Enough for the polls' first answers to arrive and to be drawn.
  private static final int PULSES = 40;

  private final Wiring wiring;
  private final Stage stage;
  private final ResidentWiring resident;
  private final WindowWiring window;
  private boolean closed;

  private OpenWindow(StartOptions options, Language language) {
    wiring = new Wiring(options);
    speak(language);
    stage = Fx.get(Stage::new);
    resident = new ResidentWiring(wiring, () -> {}, () -> {});
    window =
        Fx.get(() -> {
          resident.events().moveToToolkit();
          return new WindowWiring(wiring, options, resident, stage, () -> {});
        });
    Fx.run(() -> {
      // The headless screen has no more.
      stage.setWidth(1000);
      stage.setHeight(800);
      window.show();
    });
    Fx.pulse(stage.getScene());
  }

  static OpenWindow demo() {
    return demo(Language.ENGLISH);
  }

  static OpenWindow demo(Language language) {
    return new OpenWindow(StartOptions.parse(List.of("--demo")), language);
  }

  /// The same on every machine, whatever its own language is.
  private void speak(Language language) {
    try {
      wiring.preferences().save(Preferences.DEFAULT.withLanguage(language.tag()));
    } catch (PortException e) {
      throw new AssertionError(e);
    }
    Locale.setDefault(wiring.locale());
  }

  WindowWiring wired() {
    return window;
  }

  Stage stage() {
    return stage;
  }

  Scene scene() {
    return stage.getScene();
  }

  Path home() {
    return wiring.home().directory();
  }

  /// Brings a screen to the front and waits until it shows its first answers.
  void show(String screen) {
    Fx.run(() -> window.shell().show(screen));
    settle();
  }

  /// From now on nobody answers.
  void loseServer() {
    wiring.changeServer(EndpointUrl.parse("127.0.0.1:1").orElseThrow());
  }

  /// Loads a model into the simulated server's memory.
  void load(String model) {
    try {
      wiring
          .server()
          .load(ModelName.of(model), ModelServer.KeepAlive.SERVER_DEFAULT, Cancellation.NEVER);
    } catch (PortException e) {
      throw new AssertionError(e);
    }
  }

  /// Lets some frames pass.
  void settle() {
    var left = new int[] {PULSES};
    until(() -> --left[0] <= 0);
  }

  /// Waits until a frame is drawn in which something holds.
  void until(BooleanSupplier condition) {
    var done = new CountDownLatch(1);
    var frames = Fx.get(() -> new Frames(condition, done));
    Fx.run(frames::start);
    try {
      assertThat(done.await(20, TimeUnit.SECONDS)).as("it happens in time").isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      Fx.run(frames::stop);
    }
  }

  private static final class Frames extends AnimationTimer {
    private final BooleanSupplier condition;
    private final CountDownLatch done;

    Frames(BooleanSupplier condition, CountDownLatch done) {
      this.condition = condition;
      this.done = done;
    }

    @Override
    public void handle(long now) {
      if (condition.getAsBoolean()) {
        stop();
        done.countDown();
      }
    }
  }

  /// Closing it again does nothing.
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    Fx.run(() -> {
      window.close();
      stage.close();
    });
    resident.close();
    wiring.close();
  }
}
