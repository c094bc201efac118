package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.file.DiskSpace;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.adapter.sensor.MachineSensor;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.tray.TrayAction;
import dev.switchyard.fake.Fx;
import dev.switchyard.fake.Holdings;
import dev.switchyard.fake.HurriedClock;
import dev.switchyard.ui.shell.NoticesViewModel.Notice;
import dev.switchyard.ui.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An hour of use in some minutes: the real window on the simulated server, its polls and its clock
/// many times as fast, while a project is switched in the window and from the tray and the window
/// is shown and hidden. At the end the program holds what it held at the beginning.
class SoakIT {
  private static final int POLLS = 10_000;
  private static final int SWITCHES = 1_000;
  private static final int SHOWS = 200;

  /// Shows, with their polls and switches, until everything is full that is kept on purpose:
  /// histories, versions, the caches of JavaFX and of the JVM.
  private static final int WARM_UP = 40;

  /// How many times as fast the clock goes, and polls come while only they are wanted.
  private static final int HURRY = 1_000;

  /// More of one class: half of what one object for each time that the window is shown comes to.
  private static final int OBJECTS = SHOWS / 2;

  /// What a short text for each poll would take, and less than a list of its own for each switch.
  private static final int HEAP_BYTES = 64 * POLLS;

  /// Threads and connections that are kept a while for the next request.
  private static final int HANDLES = 12;

  @TempDir Path notes;

  private final AtomicInteger polls = new AtomicInteger();
  private volatile boolean hurries;
  private int switches;
  private int shows;

  @Test
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  void anHourLeavesNothingBehind() throws IOException {
    try (var window = OpenWindow.demo(hurried(), Language.ENGLISH)) {
      Fx.run(() -> {
        // Drawing is not what this is about.
        window.stage().setWidth(720);
        window.stage().setHeight(480);
      });
      use(window, WARM_UP);
      var before = Holdings.now(notes);
      long bytesBefore = bytesIn(window.home());

      use(window, SHOWS);

      var more = Holdings.now(notes).since(before, OBJECTS, HEAP_BYTES, HANDLES);
      assertThat(more).isEmpty();
      assertThat(bytesIn(window.home())).as("bytes in files").isLessThan(bytesBefore * 11 / 10);
    }
  }

  private Machine hurried() {
    var clock = new HurriedClock(HURRY);
    return new Machine(
        clock,
        interval -> {
          polls.incrementAndGet();
          return hurries ? interval.dividedBy(HURRY) : interval;
        },
        Machine.real().surroundings(),
        () ->
            MachineSensor.of(
                OperatingSystem.LINUX,
                false,
                clock,
                new Processes(Map.of(), OperatingSystem.LINUX)),
        DiskSpace::new,
        Machine.real().processors());
  }

  private void use(OpenWindow window, int times) {
    int last = shows + times;
    while (shows < last) {
      hurries = true;
      show(window);
      window.until(() -> polls.get() >= shows * POLLS / SHOWS);
      hurries = false;
      // A switch in the window draws a dozen pictures: now and then is enough.
      if (shows % 4 == 1) {
        switchInWindow(window);
      }
      Fx.run(() -> window.stage().hide());
      while (switches < shows * SWITCHES / SHOWS) {
        switchInTray(window);
      }
    }
    rest(window);
  }

  private void show(OpenWindow window) {
    Fx.run(() -> {
      var screens = window.wired().screens();
      window.wired().shell().show(screens.get(shows % screens.size()).id());
      window.stage().show();
    });
    Fx.pulse(window.scene());
    shows++;
  }

  /// Shows the last switch and what else is still under way. What the collector takes now leaves
  /// entries in JavaFX's caches, which go when they are next used.
  private void rest(OpenWindow window) {
    Fx.run(() -> {
      window.wired().shell().show("projects");
      window.stage().show();
    });
    window.until(() -> isShown(window, next() == RouteChoice.LOCAL ? "Inherit" : "Local"));
    System.gc();
    window.show("overview");
    Fx.run(() -> window.stage().hide());
  }

  private void switchInWindow(OpenWindow window) {
    var choice = next() == RouteChoice.LOCAL ? "Local" : "Inherit";
    Fx.run(() -> window.wired().shell().show("projects"));
    window.until(() -> segment(window, choice).filter(one -> !one.isSelected()).isPresent());
    Fx.run(() -> segment(window, choice).orElseThrow().fire());
    window.until(() -> write(window).isPresent());
    var before = told(window);
    Fx.run(() -> write(window).orElseThrow().fire());
    window.until(() -> !told(window).equals(before) && isShown(window, choice));
    switches++;
  }

  private void switchInTray(OpenWindow window) {
    var choice = next();
    var model =
        choice == RouteChoice.LOCAL ? Optional.of("gemma4-claude") : Optional.<String>empty();
    var project = window.home().resolve("src/billing-service");
    var before = told(window);
    Fx.run(() -> window.tray().act(new TrayAction.SwitchProject(project, choice, model)));
    var file = project.resolve(".claude/settings.local.json").toFile();
    // What else is told meanwhile, such as of another model, is not the switch's end.
    window.until(
        () -> !told(window).equals(before) && file.exists() == (choice == RouteChoice.LOCAL));
    switches++;
  }

  private RouteChoice next() {
    return switches % 2 == 0 ? RouteChoice.LOCAL : RouteChoice.INHERIT;
  }

  /// What a switch ends with.
  private static List<Notice> told(OpenWindow window) {
    return List.copyOf(window.wired().notices().notices());
  }

  private static boolean isShown(OpenWindow window, String choice) {
    return segment(window, choice).filter(ToggleButton::isSelected).isPresent();
  }

  private static Optional<ToggleButton> segment(OpenWindow window, String text) {
    return window.scene().getRoot().lookupAll(".project-row").stream()
        .limit(1)
        .flatMap(row -> ((Parent) row).lookupAll(".segment").stream())
        .map(ToggleButton.class::cast)
        .filter(segment -> segment.getText().equals(text))
        .findFirst();
  }

  private static Optional<Button> write(OpenWindow window) {
    return window.scene().getRoot().lookupAll(".change-pane .accent").stream()
        .map(Button.class::cast)
        .filter(Button::isDefaultButton)
        .findFirst();
  }

  /// But for the log, which has a limit of its own.
  private static long bytesIn(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains(".log"))
          .collect(Collectors.summingLong(file -> file.toFile().length()));
    }
  }
}
