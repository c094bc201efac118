package dev.switchyard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.fake.Fx;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppearanceTest {
  private final ObjectProperty<ColorScheme> system = new SimpleObjectProperty<>(ColorScheme.LIGHT);
  private final Label label = Fx.get(() -> new Label("text"));
  private Stage stage;
  private Appearance appearance;

  @BeforeEach
  void show() {
    stage = Fx.show(new VBox(label), 200, 100);
    appearance = Fx.get(() -> new Appearance(stage.getScene(), Preferences.Theme.SYSTEM, system));
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  @Test
  void theWindowFollowsTheSystemWhileItIsOpen() {
    assertThat(textIsDark()).isTrue();

    Fx.run(() -> system.set(ColorScheme.DARK));
    assertThat(textIsDark()).isFalse();

    Fx.run(() -> system.set(ColorScheme.LIGHT));
    assertThat(textIsDark()).isTrue();
  }

  @Test
  void aThemeThatAPersonChoseStaysWhenTheSystemsChanges() {
    Fx.run(() -> appearance.setTheme(Preferences.Theme.LIGHT));

    Fx.run(() -> system.set(ColorScheme.DARK));

    assertThat(textIsDark()).isTrue();
    Fx.run(() -> appearance.setTheme(Preferences.Theme.SYSTEM));
    assertThat(textIsDark()).isFalse();
  }

  private boolean textIsDark() {
    return Fx.get(() -> {
      Scene scene = stage.getScene();
      scene.getRoot().applyCss();
      return ((Color) label.getTextFill()).getBrightness() < 0.5;
    });
  }
}
