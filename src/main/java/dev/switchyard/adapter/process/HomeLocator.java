package dev.switchyard.adapter.process;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import java.nio.file.Path;
import java.util.Optional;

/// Decides where the things of the person and of Switchyard are.
///
/// `--home` comes first, then `SWITCHYARD_HOME`; both put everything below one folder. Without them
/// each program's own variable and the system's conventions decide.
public final class HomeLocator {
  private static final String OWN_FOLDER = "switchyard";

  private final Surroundings surroundings;

  public HomeLocator(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// @param home the folder given with `--home`
  public Home locate(Optional<Path> home) {
    return home.or(() -> surroundings.variable("SWITCHYARD_HOME").map(Path::of))
        .map(Path::toAbsolutePath)
        .map(Path::normalize)
        .map(Home::below)
        .orElseGet(this::byConvention);
  }

  private Home byConvention() {
    // Claude Code and Ollama go by HOME, so it wins over what the system's user database says.
    var directory =
        surroundings
            .folder(surroundings.system() == OperatingSystem.WINDOWS ? "USERPROFILE" : "HOME")
            .orElse(surroundings.userHome());
    var ollama = directory.resolve(".ollama");
    return new Home(
        directory,
        configuration(directory),
        state(directory),
        surroundings.folder("CLAUDE_CONFIG_DIR").orElse(directory.resolve(".claude")),
        ollama,
        surroundings.folder("OLLAMA_MODELS").orElse(ollama.resolve("models")),
        false);
  }

  private Path configuration(Path directory) {
    var own = surroundings.system() == OperatingSystem.LINUX ? OWN_FOLDER : "Switchyard";
    return surroundings.configuration(directory).resolve(own);
  }

  private Path state(Path directory) {
    return switch (surroundings.system()) {
      case LINUX ->
          surroundings
              .folder("XDG_STATE_HOME")
              .orElse(directory.resolve(".local/state"))
              .resolve(OWN_FOLDER);
      case MACOS -> directory.resolve("Library/Application Support/Switchyard/State");
      case WINDOWS ->
          surroundings
              .folder("LOCALAPPDATA")
              .orElse(directory.resolve("AppData/Local"))
              .resolve("Switchyard");
    };
  }
}
