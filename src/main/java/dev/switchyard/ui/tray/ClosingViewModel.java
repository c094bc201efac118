package dev.switchyard.ui.tray;

import dev.switchyard.domain.preference.Preferences.WhenClosed;
import dev.switchyard.ui.settings.PreferencesModel;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;

/// What closing the window means: the person decides at the first time, and again in the settings.
public final class ClosingViewModel {
  private final PreferencesModel preferences;
  private final ReadOnlyBooleanProperty inTray;
  private final Desk desk;
  private final Question question;

  /// What can become of the window.
  public interface Desk {
    void hide();

    void minimise();

    void quit();
  }

  /// Asks the person.
  @FunctionalInterface
  public interface Question {
    /// @param inTray whether there is a tray to stay in
    /// @param onAnswer told of a decision, if there is one
    void ask(boolean inTray, Consumer<WhenClosed> onAnswer);
  }

  /// @param inTray whether a desktop shows the icon now: a hidden window must have a way back
  public ClosingViewModel(
      PreferencesModel preferences, ReadOnlyBooleanProperty inTray, Desk desk, Question question) {
    this.preferences = preferences;
    this.inTray = inTray;
    this.desk = desk;
    this.question = question;
  }

  /// The person closes the window.
  public void close() {
    var chosen = preferences.get().whenClosed();
    if (chosen == WhenClosed.ASK) {
      question.ask(inTray.get(), this::answer);
    } else {
      carryOut(chosen);
    }
  }

  /// The person's answer holds from now on.
  private void answer(WhenClosed chosen) {
    preferences.change(before -> before.withWhenClosed(chosen));
    carryOut(chosen);
  }

  private void carryOut(WhenClosed chosen) {
    if (chosen == WhenClosed.QUIT) {
      desk.quit();
    } else if (inTray.get()) {
      desk.hide();
    } else {
      desk.minimise();
    }
  }
}
