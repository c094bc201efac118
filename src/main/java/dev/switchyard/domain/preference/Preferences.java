package dev.switchyard.domain.preference;

/// Switchyard's own settings, as they stand in `settings.json`.
///
/// @param serverUrl Ollama's address as the person wrote it, empty for `OLLAMA_HOST` or
///   `http://localhost:11434`
/// @param terminal the id of the terminal that launches use, empty for the first one found
/// @param customTerminal a command with `{script}` in it, used when the terminal is `custom`
/// @param theme light, dark, or as the system
/// @param scalePercent 75 to 300
/// @param language a language tag, empty for the system's
public record Preferences(
    String serverUrl,
    String terminal,
    String customTerminal,
    Theme theme,
    int scalePercent,
    String language) {
  public static final Preferences DEFAULT = new Preferences("", "", "", Theme.SYSTEM, 100, "");

  /// Which colours the window has.
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  public Preferences {
    scalePercent = Math.clamp(scalePercent, 75, 300);
  }

  public Preferences withServerUrl(String url) {
    return new Preferences(url, terminal, customTerminal, theme, scalePercent, language);
  }

  public Preferences withTerminal(String id) {
    return new Preferences(serverUrl, id, customTerminal, theme, scalePercent, language);
  }

  public Preferences withCustomTerminal(String command) {
    return new Preferences(serverUrl, terminal, command, theme, scalePercent, language);
  }

  public Preferences withTheme(Theme choice) {
    return new Preferences(serverUrl, terminal, customTerminal, choice, scalePercent, language);
  }

  public Preferences withScalePercent(int percent) {
    return new Preferences(serverUrl, terminal, customTerminal, theme, percent, language);
  }

  public Preferences withLanguage(String tag) {
    return new Preferences(serverUrl, terminal, customTerminal, theme, scalePercent, tag);
  }
}
