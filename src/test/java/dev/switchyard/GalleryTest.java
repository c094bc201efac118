package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.fake.Fx;
import dev.switchyard.fake.Snapshots;
import dev.switchyard.ui.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TitledPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Draws the whole window in the states that a person meets, from a small screen to a large one and
/// in each language; [Snapshots] judges each picture.
class GalleryTest {
  private static final List<Size> SIZES =
      List.of(
          new Size("", Preferences.Theme.LIGHT, 100, 1280, 800),
          new Size("-dark", Preferences.Theme.DARK, 100, 1280, 800),
          new Size("-small", Preferences.Theme.LIGHT, 100, 960, 600),
          new Size("-small-200", Preferences.Theme.DARK, 200, 960, 600),
          new Size("-4k", Preferences.Theme.LIGHT, 100, 3840, 2160));

  private record Size(
      String suffix, Preferences.Theme theme, int scale, double width, double height) {}

  @ParameterizedTest
  @EnumSource(names = {"ENGLISH", "GERMAN"})
  void everyScreen(Language language) throws IOException {
    try (var window = open(language)) {
      for (var screen : window.wired().screens()) {
        window.show(screen.id());
        pictures(window, screen.id() + "-" + language.name().toLowerCase(Locale.ROOT));
      }
    }
  }

  @Test
  void aChangeThatIsLookedAt() throws IOException {
    try (var window = open(Language.ENGLISH)) {
      window.show("projects");
      press(window, "Local");
      waitFor(window, "Cancel");
      pictures(window, "projects-change");
    }
  }

  @Test
  void anotherMachineAndHowItIsComputed() throws IOException {
    try (var window = open(Language.ENGLISH)) {
      window.show("modelfile");
      window.until(() -> window.scene().lookup("#planned-machine") != null);
      var machine = (MenuButton) window.scene().lookup("#planned-machine");
      Fx.run(() -> machine.getItems().getLast().fire());
      Fx.run(() -> ((TitledPane) window.scene().lookup("#memory-parts")).setExpanded(true));
      window.settle();
      pictures(window, "modelfile-machine");
    }
  }

  @Test
  void theWholeCatalogue() throws IOException {
    try (var window = open(Language.ENGLISH)) {
      window.show("models");
      press(window, "Show the whole catalogue");
      window.settle();
      pictures(window, "models-catalogue");
    }
  }

  @Test
  void whatTheDoctorFinds() throws IOException {
    try (var window = open(Language.ENGLISH)) {
      window.doctor(window.home().resolve("src/mobile-app"));
      window.until(() -> window.scene().lookup(".finding .diff") != null);
      pictures(window, "doctor-findings");
      // In place of each, it says that it was mended.
      press(window, "Fix");
      window.until(() -> window.scene().lookup(".finding .tone-success") != null);
      window.until(() -> !window.examines());
      pictures(window, "doctor-mended");
    }
  }

  @Test
  void aServerThatDoesNotAnswer() throws IOException {
    try (var window = open(Language.ENGLISH)) {
      window.loseServer();
      // Each asks when it comes to the front.
      for (var screen : List.of("models", "modelfile", "overview")) {
        window.show(screen);
        window.settle();
        pictures(window, screen + "-failed");
      }
    }
  }

  private static OpenWindow open(Language language) throws IOException {
    var window = OpenWindow.demo(language);
    window.load("gemma4-claude");
    var project = window.home().resolve("src/website");
    Files.createDirectories(project.resolve(".claude"));
    Files.writeString(
        project.resolve(".claude/settings.json"),
        """
        {"model": "gemma4-claude", "env": {"ANTHROPIC_BASE_URL": "http://localhost:11434"}}
        """);
    return window;
  }

  private static void pictures(OpenWindow window, String name) {
    Fx.run(() -> {
      var notices = window.wired().notices();
      List.copyOf(notices.notices()).forEach(notices::dismiss);
    });
    for (var size : SIZES) {
      Fx.run(() ->
          window
              .wired()
              .preferences()
              .change(before -> before.withTheme(size.theme()).withScalePercent(size.scale())));
      assertThat(
              Snapshots.write(
                  "window-" + name + size.suffix(), window.scene(), size.width(), size.height()))
          .isNotEmptyFile();
    }
  }

  /// Presses the first button with this text.
  private static void press(OpenWindow window, String text) {
    waitFor(window, text);
    Fx.run(() -> buttons(window, text).getFirst().fire());
  }

  private static void waitFor(OpenWindow window, String button) {
    window.until(() -> !buttons(window, button).isEmpty());
  }

  private static List<ButtonBase> buttons(OpenWindow window, String text) {
    var root = window.scene().getRoot();
    return Stream.of(".button", ".toggle-button")
        .flatMap(kind -> root.lookupAll(kind).stream())
        .map(ButtonBase.class::cast)
        .filter(button -> text.equals(button.getText()) && !button.isDisabled())
        .toList();
  }
}
