package dev.switchyard.adapter.start;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.route.Origin.FileLine;
import dev.switchyard.domain.route.StartEnvironment.Feed;
import dev.switchyard.domain.start.StartupScript;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/// The start-up files that session and shells read, in the order in which they do: a later one
/// overrules an earlier one.
///
/// Source: the manual pages of the shells, environment.d(5), pam_env(8).
final class StartupFiles {
  private static final long LARGEST = 1 << 20;
  private static final int DEPTH = 3;

  private final Surroundings surroundings;
  private final Path home;

  StartupFiles(Surroundings surroundings, Path home) {
    this.surroundings = surroundings;
    this.home = home;
  }

  /// What the session reads before any shell; each line is `NAME=value`.
  List<Path> ofSession() {
    var files = new ArrayList<Path>();
    files.add(Path.of("/etc/environment"));
    files.addAll(in(configuration().resolve("environment.d"), "*.conf"));
    files.addAll(homes(".pam_environment", ".xprofile", ".xsessionrc"));
    return files;
  }

  /// What a shell reads in turn.
  ///
  /// @param shell its name, such as `zsh`
  List<Path> ofShell(String shell) {
    return switch (shell) {
      case "zsh" -> ofZsh();
      case "fish" -> ofFish();
      case "tcsh", "csh" -> ofCsh();
      default -> ofPosix();
    };
  }

  /// For each variable the line that most likely sets it.
  Map<String, FileLine> probable(
      List<Path> files, Map<String, String> variables, Collection<String> names) {
    var scripts = new LinkedHashMap<Path, StartupScript>();
    if (names.stream().anyMatch(variables::containsKey)) {
      files.forEach(file -> read(file, DEPTH, scripts));
    }
    var found = new LinkedHashMap<String, FileLine>();
    for (var name : names) {
      var value = variables.get(name);
      if (value != null) {
        line(scripts, name, value).ifPresent(line -> found.put(name, line));
      }
    }
    return found;
  }

  /// The variables that stand in such files as they are, the file that is read last first: for
  /// where nothing else can be asked.
  List<Feed> readable(List<Path> files) {
    var feeds = new ArrayList<Feed>();
    for (var file : files.reversed()) {
      var variables = new LinkedHashMap<String, String>();
      text(file)
          .map(StartupScript::parse)
          .ifPresent(script ->
              script
                  .assignments()
                  .forEach(found ->
                      found.literal().ifPresent(value -> variables.put(found.name(), value))));
      if (!variables.isEmpty()) {
        feeds.add(
            new Feed(Message.of("route.feed.session"), Optional.of(file), variables, Map.of()));
      }
    }
    return feeds;
  }

  private static Optional<FileLine> line(
      Map<Path, StartupScript> scripts, String name, String value) {
    return List.copyOf(scripts.entrySet()).reversed().stream()
        .flatMap(script ->
            script.getValue().lineOf(name, value).stream()
                .map(line -> new FileLine(script.getKey(), line)))
        .findFirst();
  }

  private List<Path> ofPosix() {
    var files = new ArrayList<Path>();
    files.add(Path.of("/etc/profile"));
    files.addAll(in(Path.of("/etc/profile.d"), "*.sh"));
    // Of these three bash reads the first that is there.
    homes(".bash_profile", ".bash_login", ".profile").stream()
        .filter(Files::exists)
        .findFirst()
        .ifPresent(files::add);
    files.addAll(List.of(Path.of("/etc/bash.bashrc"), Path.of("/etc/bashrc")));
    files.addAll(homes(".bashrc", ".kshrc", ".mkshrc"));
    surroundings.folder("ENV").ifPresent(files::add);
    return files;
  }

  private List<Path> ofZsh() {
    var folder = surroundings.folder("ZDOTDIR").orElse(home);
    var files = new ArrayList<Path>();
    for (var name : List.of("zshenv", "zprofile", "zshrc", "zlogin")) {
      files.add(Path.of("/etc", name));
      files.add(Path.of("/etc/zsh", name));
      files.add(folder.resolve("." + name));
    }
    return files;
  }

  private List<Path> ofFish() {
    var folder = configuration().resolve("fish");
    var files = new ArrayList<Path>();
    files.add(folder.resolve("fish_variables"));
    files.addAll(in(Path.of("/etc/fish/conf.d"), "*.fish"));
    files.addAll(in(folder.resolve("conf.d"), "*.fish"));
    files.add(Path.of("/etc/fish/config.fish"));
    files.add(folder.resolve("config.fish"));
    return files;
  }

  private List<Path> ofCsh() {
    var files = new ArrayList<Path>();
    files.addAll(List.of(Path.of("/etc/csh.cshrc"), Path.of("/etc/csh.login")));
    files.addAll(homes(".cshrc", ".tcshrc", ".login"));
    return files;
  }

  private Path configuration() {
    return surroundings.system() == OperatingSystem.WINDOWS
        ? home.resolve(".config")
        : surroundings.xdgConfiguration(home);
  }

  private List<Path> homes(String... names) {
    return Stream.of(names).map(home::resolve).toList();
  }

  private static List<Path> in(Path folder, String pattern) {
    try (var files = Files.newDirectoryStream(folder, pattern)) {
      var found = new ArrayList<Path>();
      files.forEach(found::add);
      found.sort(null);
      return found;
    } catch (IOException | DirectoryIteratorException _) {
      return List.of();
    }
  }

  /// What a file reads in turn comes before it: its own later lines overrule that.
  private void read(Path file, int depth, Map<Path, StartupScript> scripts) {
    if (depth == 0 || scripts.containsKey(file)) {
      return;
    }
    text(file)
        .map(StartupScript::parse)
        .ifPresent(script -> {
          script.sourced().stream()
              .flatMap(sourced -> path(sourced.file()).stream())
              .forEach(next -> read(next, depth - 1, scripts));
          scripts.putIfAbsent(file, script);
        });
  }

  private static Optional<String> text(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      var bytes = Files.readAllBytes(file);
      var text = new String(bytes, UTF_8);
      return Optional.of(text.indexOf('\uFFFD') < 0 ? text : new String(bytes, ISO_8859_1));
    } catch (IOException _) {
      // A file that cannot be read can be named by nobody; what the shell said counts.
      return Optional.empty();
    }
  }

  private Optional<Path> path(String written) {
    var text =
        written
            .replaceFirst("^(~|\\$HOME|\\$\\{HOME})(?=/|$)", home.toString().replace("\\", "/"))
            .strip();
    if (text.contains("$") || text.contains("`") || text.contains("*")) {
      return Optional.empty();
    }
    try {
      return Optional.of(home.resolve(text).normalize());
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /// What says whether any of the files was changed: its time and size.
  static SequencedSet<String> stamps(Collection<Path> files) {
    var stamps = new LinkedHashSet<String>();
    for (var file : files) {
      try {
        stamps.add(file + "@" + Files.getLastModifiedTime(file) + "/" + Files.size(file));
      } catch (IOException _) {
        // No such file: when it comes, the stamps are others.
      }
    }
    return stamps;
  }
}
