package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.fake.Fx;
import dev.switchyard.fake.Snapshots;
import dev.switchyard.ui.text.Language;
import org.junit.jupiter.api.Test;

/// Draws every screen of the demonstration to `target/screenshots`: light, dark, small, and at 200
/// %; in German as it is and small. Not run with the tests: `./mvnw test -Dtest=Screenshots`.
class Screenshots {
  @Test
  void ofEveryScreen() {
    try (var window = OpenWindow.demo()) {
      window.load("gemma4-claude");
      for (var screen : window.wired().screens()) {
        window.show(screen.id());
        picture(window, screen.id() + "-light", Preferences.Theme.LIGHT, 100, 1280, 800);
        picture(window, screen.id() + "-dark", Preferences.Theme.DARK, 100, 1280, 800);
        picture(window, screen.id() + "-small", Preferences.Theme.LIGHT, 100, 960, 600);
        picture(window, screen.id() + "-200", Preferences.Theme.LIGHT, 200, 2560, 1600);
      }
    }
  }

  @Test
  void ofEveryScreenInGerman() {
    try (var window = OpenWindow.demo(Language.GERMAN)) {
      window.load("gemma4-claude");
      for (var screen : window.wired().screens()) {
        window.show(screen.id());
        picture(window, screen.id() + "-de", Preferences.Theme.LIGHT, 100, 1280, 800);
        picture(window, screen.id() + "-small-de", Preferences.Theme.LIGHT, 100, 960, 600);
      }
    }
  }

  private static void picture(
      OpenWindow window,
      String name,
      Preferences.Theme theme,
      int scale,
      double width,
      double height) {
    Fx.run(() -> {
      window
          .wired()
          .preferences()
          .change(before -> before.withTheme(theme).withScalePercent(scale));
      window.stage().setWidth(width);
      window.stage().setHeight(height);
    });
    window.settle();
    assertThat(Snapshots.write(name, window.scene(), width, height)).isNotEmptyFile();
  }
}
