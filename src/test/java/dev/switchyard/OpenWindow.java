package dev.switchyard;

import dev.switchyard.adapter.instance.InstancePlace;
import dev.switchyard.cli.StartOptions;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.fake.Fx;
import dev.switchyard.fake.Snapshots;
import dev.switchyard.ui.text.Language;
import dev.switchyard.ui.tray.TrayViewModel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The real window, wired as the program wires it, on the simulated server.
final class OpenWindow implements AutoCloseable {
  /// Enough for the polls' first answers to arrive and to be drawn.
  private static final int PULSES = 40;

  private static final int PATIENCE_SECONDS = 30;

  private final Locale before = Locale.getDefault();
  private final Wiring wiring;
  private final Stage stage;
  private final ResidentWiring resident;
  private final WindowWiring window;
  private boolean closed;

  private OpenWindow(Wiring wiring, StartOptions options) {
    this.wiring = wiring;
    Locale.setDefault(wiring.locale());
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
      window.show(() -> {});
      resident.window().arrived(window.desk());
    });
    Fx.pulse(stage.getScene());
  }

  static OpenWindow demo() {
    return demo(Language.ENGLISH);
  }

  static OpenWindow demo(Language language) {
    return demo(Machine.real(), language);
  }

  static OpenWindow demo(Machine machine, Language language) {
    var options = StartOptions.parse(List.of("--demo"));
    var wiring = Wiring.ofWindow(options, machine);
    speak(wiring, language);
    return new OpenWindow(wiring, options);
  }

  /// @param arguments as on the command line
  static OpenWindow open(Machine machine, String... arguments) {
    var options = StartOptions.parse(List.of(arguments));
    return new OpenWindow(Wiring.ofWindow(options, machine), options);
  }

  /// The same on every machine, whatever its own language is.
  private static void speak(Wiring wiring, Language language) {
    try {
      wiring.preferences().save(Preferences.DEFAULT.withLanguage(language.tag()));
    } catch (PortException e) {
      throw new AssertionError(e);
    }
  }

  WindowWiring wired() {
    return window;
  }

  InstancePlace instancePlace() {
    return wiring.instancePlace();
  }

  /// As another start of the program asks for.
  void bringToFront() {
    resident.bringToFront();
  }

  /// Shows the icon, on the desktop that the machine's environment names.
  void openTray() {
    resident.openTray();
  }

  TrayViewModel tray() {
    return resident.tray();
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
    if (screen.equals("doctor")) {
      until(() -> !examines());
    }
  }

  /// Has the doctor examine a project, as other screens do, and waits until it has.
  void doctor(Path project) {
    Fx.run(() -> window.navigator().showDoctor(project));
    settle();
    until(() -> !examines());
  }

  /// Whether the doctor is asking, or has not asked yet, on the screen that is at the front.
  boolean examines() {
    var root = scene().getRoot();
    var asking = root.lookup(".doctor-summary .progress-bar");
    return asking == null
        || asking.getParent().isVisible()
        || root.lookupAll(".asked-group").stream().noneMatch(Node::isVisible);
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
    var frames = Fx.get(() -> new Frames(condition));
    Fx.run(frames::start);
    try {
      frames.done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("it does not happen in time: see " + picture(), e);
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      Fx.run(frames::stop);
    }
  }

  /// What the window shows instead; the CI keeps it.
  private String picture() {
    var name = "late-" + Instant.now().toEpochMilli();
    try {
      return Snapshots.write(name, scene(), stage.getWidth(), stage.getHeight()).toString();
    } catch (AssertionError faults) {
      // Not what this is about, and the picture is there all the same.
      return name;
    }
  }

  private static final class Frames extends AnimationTimer {
    private final BooleanSupplier condition;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    Frames(BooleanSupplier condition) {
      this.condition = condition;
    }

    @Override
    public void handle(long now) {
      try {
        if (condition.getAsBoolean()) {
          stop();
          done.complete(null);
        }
      } catch (RuntimeException | Error e) {
        stop();
        done.completeExceptionally(e);
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
    try {
      Fx.run(() -> {
        window.close();
        stage.close();
      });
      resident.close();
      wiring.close();
    } finally {
      Locale.setDefault(before);
    }
  }
}
