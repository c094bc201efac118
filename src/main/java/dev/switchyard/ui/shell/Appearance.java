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
  private Preferences.Theme theme;

  public Appearance(Scene scene, Preferences.Theme theme) {
    this(scene, theme, Platform.getPreferences().colorSchemeProperty());
  }

  /// @param system what the system shows now
  Appearance(Scene scene, Preferences.Theme theme, ObservableValue<ColorScheme> system) {
    this.scene = scene;
    this.theme = theme;
    this.system = system;
    system.addListener((_, _, _) -> apply());
    apply();
  }

  /// Called before the first control is made: it would load JavaFX's own theme, for nothing.
  public static void begin(Preferences.Theme theme) {
    setBase(isDark(theme, Platform.getPreferences().getColorScheme()));
  }

  public void setTheme(Preferences.Theme choice) {
    if (theme != choice) {
      theme = choice;
      apply();
    }
  }

  /// The style sheets of one theme, for the window and for every dialog.
  public static List<String> stylesheets(boolean dark) {
    return List.of(resource(dark ? "dark.css" : "light.css"), resource("app.css"));
  }

  private void apply() {
    var dark = isDark(theme, system.getValue());
    setBase(dark);
    scene.getStylesheets().setAll(stylesheets(dark));
  }

  private static boolean isDark(Preferences.Theme theme, ColorScheme system) {
    return switch (theme) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> system == ColorScheme.DARK;
    };
  }

  private static void setBase(boolean dark) {
    var base = dark ? new PrimerDark() : new PrimerLight();
    Application.setUserAgentStylesheet(base.getUserAgentStylesheet());
  }

  private static String resource(String name) {
    return Objects.requireNonNull(Appearance.class.getResource("/dev/switchyard/ui/" + name), name)
        .toExternalForm();
  }
}
