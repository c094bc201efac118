package dev.switchyard.domain;

import java.nio.file.Path;

/// Where things of the person and of Switchyard are, decided once at start.
///
/// `--home DIR` puts all of them below DIR; otherwise the system's conventions and the person's
/// environment decide.
///
/// @param directory the person's home folder
/// @param configuration Switchyard's settings (`settings.json`)
/// @param state what Switchyard remembers: known projects, journal, launch scripts
/// @param claudeConfig Claude Code's own folder, `~/.claude` or `CLAUDE_CONFIG_DIR`
/// @param ollama the folder of Ollama's client side, `~/.ollama`; Modelfiles are in `Modelfiles`
///   below it
/// @param ollamaModels where this machine's server keeps its models, `OLLAMA_MODELS` or
///   `~/.ollama/models`
/// @param relocated whether `--home` or `SWITCHYARD_HOME` decided: started programs then get `HOME`
///   set to it
public record Home(
    Path directory,
    Path configuration,
    Path state,
    Path claudeConfig,
    Path ollama,
    Path ollamaModels,
    boolean relocated) {

  /// Everything below one folder, as `--home` asks for.
  public static Home below(Path directory) {
    return new Home(
        directory,
        directory.resolve(".config/switchyard"),
        directory.resolve(".local/state/switchyard"),
        directory.resolve(".claude"),
        directory.resolve(".ollama"),
        directory.resolve(".ollama/models"),
        true);
  }

  /// Claude Code's user settings file.
  public Path claudeUserSettings() {
    return claudeConfig.resolve("settings.json");
  }

  /// Claude Code's own data file: onboarding, trusted projects, a saved key's presence. It stands
  /// beside `~/.claude`, but inside a folder named by `CLAUDE_CONFIG_DIR`.
  public Path claudeData() {
    return claudeConfig.equals(directory.resolve(".claude"))
        ? directory.resolve(".claude.json")
        : claudeConfig.resolve(".claude.json");
  }

  public Path modelfiles() {
    return ollama.resolve("Modelfiles");
  }
}
