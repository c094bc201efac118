package dev.switchyard.adapter.process;

import dev.switchyard.adapter.file.ProgramFiles;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.launch.InstallHint;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.ProgramSearch;
import dev.switchyard.domain.launch.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Finds Claude Code and Ollama among the files of this machine and asks them for their versions.
public final class InstalledPrograms implements Programs {
  private static final Duration VERSION_LIMIT = Duration.ofSeconds(10);

  /// `ollama --version` asks a running server first. An address where nobody listens makes it tell
  /// its own version, on this line, measured on 0.32.15.
  private static final Map<String, String> NO_SERVER = Map.of("OLLAMA_HOST", "127.0.0.1:1");

  /// npm writes a log into the person's home for every question.
  private static final Map<String, String> NO_NPM_LOG = Map.of("npm_config_logs_max", "0");

  private static final Pattern OLLAMA_VERSION = Pattern.compile("(?:client )?version is (\\S+)");

  private final KeptAnswers answers;
  private final ProgramSearch search;
  private final NpmPrefix npmPrefix;
  private final Message claudeMissing;

  public InstalledPrograms(
      Processes processes, Surroundings surroundings, Home home, InstantSource clock) {
    this.answers = new KeptAnswers(processes, new ProgramFiles(), clock);
    this.search = new ProgramSearch(surroundings, home);
    this.npmPrefix = new NpmPrefix(surroundings, home);
    this.claudeMissing =
        Message.of(
            "programs.claude-missing",
            InstallHint.installer(surroundings.system()),
            InstallHint.NPM);
  }

  @Override
  public Known<Program> claude() {
    var onPath = existing(search.onPath("claude"));
    var elsewhere =
        existing(search.claudePlaces(onPath.isEmpty() ? npmPrefix() : Optional.empty()));
    return program(onPath, elsewhere)
        .map(found -> Known.of(found.withVersion(claudeVersion(found.path))))
        .orElseGet(() -> Known.unknown(claudeMissing));
  }

  @Override
  public Known<Program> ollama() {
    return program(existing(search.onPath("ollama")), existing(search.ollamaPlaces()))
        .map(found -> Known.of(found.withVersion(ollamaVersion(found.path))))
        .orElseGet(() -> Known.unknown(Message.of("programs.ollama-missing")));
  }

  private record Found(Path path, boolean onPath, List<Path> others) {
    Program withVersion(Known<Version> version) {
      return new Program(path, version, onPath, others);
    }
  }

  /// One entry per real file: `~/.local/bin/claude` is a link, and so is most of what package
  /// managers put on `PATH`.
  private static Optional<Found> program(List<Path> onPath, List<Path> elsewhere) {
    var files = new LinkedHashMap<Path, Path>();
    onPath.forEach(path -> files.putIfAbsent(real(path), path));
    elsewhere.forEach(path -> files.putIfAbsent(real(path), path));
    var all = new ArrayList<>(files.values());
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new Found(all.getFirst(), !onPath.isEmpty(), all.subList(1, all.size())));
  }

  private static List<Path> existing(Collection<Path> places) {
    return places.stream()
        .filter(place -> Files.isRegularFile(place) && Files.isExecutable(place))
        .toList();
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException _) {
      return path;
    }
  }

  private Optional<Path> npmPrefix() {
    return existing(search.onPath("npm")).stream()
        .findFirst()
        .flatMap(npm ->
            existing(search.onPath("node")).stream()
                .findFirst()
                .flatMap(node -> npmPrefix.told(npm, node))
                .or(() -> askedPrefix(npm)));
  }

  private Optional<Path> askedPrefix(Path npm) {
    try {
      var question = Command.of(npm.toString(), "prefix", "-g");
      var outcome = answers.ask(question.with(NO_NPM_LOG).within(VERSION_LIMIT));
      return outcome.succeeded()
          ? Optional.of(Path.of(outcome.output().strip()))
          : Optional.empty();
    } catch (PortException | InvalidPathException _) {
      // Without npm's answer there is one place less to look at.
      return Optional.empty();
    }
  }

  private Known<Version> claudeVersion(Path program) {
    return version(
        Command.of(program.toString(), "--version"), text -> Version.parse(text.strip()));
  }

  private Known<Version> ollamaVersion(Path program) {
    return version(
        Command.of(program.toString(), "--version").with(NO_SERVER),
        text -> {
          var match = OLLAMA_VERSION.matcher(text);
          return match.find() ? Version.parse(match.group(1)) : Optional.empty();
        });
  }

  private Known<Version> version(Command command, Function<String, Optional<Version>> reading) {
    try {
      var outcome = answers.ask(command.within(VERSION_LIMIT));
      return reading
          .apply(outcome.output() + outcome.errors())
          .map(Known::of)
          .orElseGet(() -> Known.unknown(Message.of("programs.no-version", command.program())));
    } catch (PortException e) {
      return Known.unknown(e.text());
    }
  }
}
