package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.fake.Fx;
import dev.switchyard.fake.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Draws the whole window in the states that a person meets, from a small screen to a large one;
/// [Snapshots] judges each picture.
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

  private static OpenWindow window;

  @BeforeAll
  static void open() throws IOException {
    window = OpenWindow.demo();
    window.load("gemma4-claude");
    var project = window.home().resolve("src/website");
    Files.createDirectories(project.resolve(".claude"));
    Files.writeString(
        project.resolve(".claude/settings.json"),
        """
        {"model": "gemma4-claude", "env": {"ANTHROPIC_BASE_URL": "http://localhost:11434"}}
        """);
  }

  @AfterAll
  static void close() {
    window.close();
  }

  @Test
  void everyScreen() {
    for (var screen : window.wired().screens()) {
      window.show(screen.id());
      pictures(screen.id());
    }
  }

  @Test
  void aChangeThatIsLookedAt() {
    window.show("projects");
    press("Local", 0);
    waitFor("Cancel");
    pictures("projects-change");
    press("Cancel", 0);
  }

  private static void pictures(String name) {
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

  /// Presses the button with this text; of several, the one at this place.
  private static void press(String text, int index) {
    window.until(() -> buttons(text).size() > index);
    Fx.run(() -> buttons(text).get(index).fire());
  }

  private static void waitFor(String button) {
    window.until(() -> !buttons(button).isEmpty());
  }

  private static List<ButtonBase> buttons(String text) {
    var root = window.scene().getRoot();
    return Stream.of(".button", ".toggle-button")
        .flatMap(kind -> root.lookupAll(kind).stream())
        .map(ButtonBase.class::cast)
        .filter(button -> text.equals(button.getText()) && !button.isDisabled())
        .toList();
  }
}
