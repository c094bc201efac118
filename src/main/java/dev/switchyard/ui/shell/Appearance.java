package dev.switchyard.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.switchyard.domain.preference.Preferences;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/// Gives a window its colours and follows the system's light or dark while the theme is "as the
/// system".
public final class Appearance {
  private final Scene scene;
  private final ObservableValue<ColorScheme> system;
  private Preferences.Theme theme = Preferences.Theme.SYSTEM;

  public Appearance(Scene scene) {
    this(scene, Platform.getPreferences().colorSchemeProperty());
  }

  /// @param system what the system shows now
  Appearance(Scene scene, ObservableValue<ColorScheme> system) {
    this.scene = scene;
    this.system = system;
    system.addListener((_, _, _) -> apply());
    apply();
  }

  public void setTheme(Preferences.Theme choice) {
    theme = choice;
    apply();
  }

  /// The style sheets of one theme, for the window and for every dialog.
  public static List<String> stylesheets(boolean dark) {
    return List.of(resource(dark ? "dark.css" : "light.css"), resource("app.css"));
  }

  private void apply() {
    var dark =
        switch (theme) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> system.getValue() == ColorScheme.DARK;
        };
    var base = dark ? new PrimerDark() : new PrimerLight();
    Application.setUserAgentStylesheet(base.getUserAgentStylesheet());
    scene.getStylesheets().setAll(stylesheets(dark));
  }

  private static String resource(String name) {
    return Objects.requireNonNull(Appearance.class.getResource("/dev/switchyard/ui/" + name), name)
        .toExternalForm();
  }
}
