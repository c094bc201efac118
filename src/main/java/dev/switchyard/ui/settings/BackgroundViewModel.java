package dev.switchyard.ui.settings;

import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.domain.preference.Preferences.WhenClosed;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/// How Switchyard goes on without its window.
public final class BackgroundViewModel {
  private final PreferencesModel preferences;
  private final ReadOnlyBooleanProperty inTray;

  /// @param inTray whether a desktop shows the icon now
  public BackgroundViewModel(PreferencesModel preferences, ReadOnlyBooleanProperty inTray) {
    this.preferences = preferences;
    this.inTray = inTray;
  }

  public ReadOnlyObjectProperty<Preferences> preferencesProperty() {
    return preferences.preferencesProperty();
  }

  public ReadOnlyBooleanProperty inTrayProperty() {
    return inTray;
  }

  public void setWhenClosed(WhenClosed choice) {
    preferences.change(before -> before.withWhenClosed(choice));
  }
}
