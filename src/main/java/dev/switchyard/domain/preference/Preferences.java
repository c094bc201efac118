package dev.switchyard.domain.preference;

import dev.switchyard.domain.memory.OtherMachine;
import java.util.Optional;

/// Switchyard's own settings, as they stand in `settings.json`.
///
/// @param serverUrl Ollama's address as the person wrote it, empty for `OLLAMA_HOST` or
///   `http://localhost:11434`
/// @param terminal the id of the terminal that launches use, empty for the first one found
/// @param customTerminal a command with `{script}` in it, used when the terminal is `custom`
/// @param theme light, dark, or as the system
/// @param scalePercent 75 to 300
/// @param language a language tag, empty for the system's
/// @param whenClosed what becomes of Switchyard when its window is closed
/// @param otherMachine hardware that forecasts are for instead of this machine's
public record Preferences(
    String serverUrl,
    String terminal,
    String customTerminal,
    Theme theme,
    int scalePercent,
    String language,
    WhenClosed whenClosed,
    Optional<OtherMachine> otherMachine) {
  public static final Preferences DEFAULT =
      new Preferences("", "", "", Theme.SYSTEM, 100, "", WhenClosed.ASK, Optional.empty());

  /// Which colours the window has.
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  /// What closing the window means.
  public enum WhenClosed {
    /// Not decided: the person is asked at the first time.
    ASK,
    /// Switchyard stays in the tray, or on the task bar where there is no tray.
    STAY,
    QUIT
  }

  public Preferences {
    scalePercent = Math.clamp(scalePercent, 75, 300);
  }

  public Preferences withServerUrl(String url) {
    return new Preferences(
        url, terminal, customTerminal, theme, scalePercent, language, whenClosed, otherMachine);
  }

  public Preferences withTerminal(String id) {
    return new Preferences(
        serverUrl, id, customTerminal, theme, scalePercent, language, whenClosed, otherMachine);
  }

  public Preferences withCustomTerminal(String command) {
    return new Preferences(
        serverUrl, terminal, command, theme, scalePercent, language, whenClosed, otherMachine);
  }

  public Preferences withTheme(Theme choice) {
    return new Preferences(
        serverUrl,
        terminal,
        customTerminal,
        choice,
        scalePercent,
        language,
        whenClosed,
        otherMachine);
  }

  public Preferences withScalePercent(int percent) {
    return new Preferences(
        serverUrl, terminal, customTerminal, theme, percent, language, whenClosed, otherMachine);
  }

  public Preferences withLanguage(String tag) {
    return new Preferences(
        serverUrl, terminal, customTerminal, theme, scalePercent, tag, whenClosed, otherMachine);
  }

  public Preferences withWhenClosed(WhenClosed choice) {
    return new Preferences(
        serverUrl, terminal, customTerminal, theme, scalePercent, language, choice, otherMachine);
  }

  public Preferences withOtherMachine(Optional<OtherMachine> machine) {
    return new Preferences(
        serverUrl, terminal, customTerminal, theme, scalePercent, language, whenClosed, machine);
  }
}
