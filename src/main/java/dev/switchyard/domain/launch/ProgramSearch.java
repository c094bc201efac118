package dev.switchyard.domain.launch;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where a program may be, in the order in which it is looked for: `PATH`, then the places of its
/// installers. A panel that was started from a desktop's menu has a shorter `PATH` than the
/// person's terminal.
public final class ProgramSearch {
  private final Surroundings surroundings;
  private final Home home;

  public ProgramSearch(Surroundings surroundings, Home home) {
    this.surroundings = surroundings;
    this.home = home;
  }

  /// Files that a bare name could mean, first match wins.
  public List<Path> onPath(String name) {
    return surroundings.searchPath().stream()
        .flatMap(folder -> files(folder, name).stream())
        .toList();
  }

  /// Claude Code's installers: the native one, the old local one, npm's folders, Homebrew.
  ///
  /// @param npmPrefix what `npm prefix -g` answers, if npm is there
  public Set<Path> claudePlaces(Optional<Path> npmPrefix) {
    var folders = new ArrayList<Path>();
    folders.add(home.directory().resolve(".local/bin"));
    folders.add(home.claudeConfig().resolve("local"));
    npmPrefix.ifPresent(prefix -> folders.add(windows() ? prefix : prefix.resolve("bin")));
    if (windows()) {
      surroundings.folder("APPDATA").ifPresent(roaming -> folders.add(roaming.resolve("npm")));
    }
    folders.addAll(sharedFolders());
    return files(folders, "claude");
  }

  /// Ollama's installers: the script's and the package managers' folders, the apps of macOS and
  /// Windows.
  public Set<Path> ollamaPlaces() {
    var folders = new ArrayList<Path>();
    switch (surroundings.system()) {
      case LINUX -> folders.add(home.directory().resolve(".local/bin"));
      case MACOS -> folders.add(Path.of("/Applications/Ollama.app/Contents/Resources"));
      case WINDOWS ->
          surroundings
              .folder("LOCALAPPDATA")
              .ifPresent(local -> folders.add(local.resolve("Programs/Ollama")));
    }
    folders.addAll(sharedFolders());
    return files(folders, "ollama");
  }

  private List<Path> sharedFolders() {
    return switch (surroundings.system()) {
      case LINUX -> List.of(Path.of("/usr/local/bin"), Path.of("/usr/bin"), Path.of("/snap/bin"));
      case MACOS -> List.of(Path.of("/opt/homebrew/bin"), Path.of("/usr/local/bin"));
      case WINDOWS -> List.of();
    };
  }

  private Set<Path> files(List<Path> folders, String name) {
    var result = new LinkedHashSet<Path>();
    folders.forEach(folder -> result.addAll(files(folder, name)));
    return result;
  }

  private List<Path> files(Path folder, String name) {
    return surroundings.executableSuffixes().stream()
        .map(suffix -> folder.resolve(name + suffix))
        .toList();
  }

  private boolean windows() {
    return surroundings.system() == OperatingSystem.WINDOWS;
  }
}
