package dev.switchyard.ui.settings;

import dev.switchyard.domain.login.LoginStart;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.domain.preference.Preferences.WhenClosed;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.Tasks;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// How Switchyard goes on without its window.
public final class BackgroundViewModel {
  private final PreferencesModel preferences;
  private final ReadOnlyBooleanProperty inTray;
  private final Optional<LoginStart> login;
  private final Tasks tasks;
  private final Notices notices;
  private final ReadOnlyObjectWrapper<Optional<Boolean>> atLogin =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// @param inTray whether a desktop shows the icon now
  /// @param login empty where nothing is installed that a login could start
  public BackgroundViewModel(
      PreferencesModel preferences,
      ReadOnlyBooleanProperty inTray,
      Optional<LoginStart> login,
      Tasks tasks,
      Notices notices) {
    this.preferences = preferences;
    this.inTray = inTray;
    this.login = login;
    this.tasks = tasks;
    this.notices = notices;
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

  /// Whether a login can start this copy of Switchyard at all.
  public boolean canStartAtLogin() {
    return login.isPresent();
  }

  /// Whether it does; empty until that is known.
  public ReadOnlyObjectProperty<Optional<Boolean>> atLoginProperty() {
    return atLogin.getReadOnlyProperty();
  }

  /// Looks again: the desktop's own settings may have changed it.
  public void refresh() {
    login.ifPresent(entry -> ask(_ -> entry.isOn()));
  }

  public void setAtLogin(boolean on) {
    login.ifPresent(entry ->
        ask(_ -> {
          entry.set(on);
          return entry.isOn();
        }));
  }

  private void ask(Tasks.Work<Boolean> work) {
    tasks.run(
        work,
        isOn -> atLogin.set(Optional.of(isOn)),
        failure -> {
          notices.show(Notices.Kind.ERROR, failure.text());
          // What is shown must be what holds.
          atLogin.set(Optional.empty());
        });
  }
}
