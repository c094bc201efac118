package dev.switchyard.adapter.process;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What `npm prefix -g` answers, where that can be told without npm, which needs a tenth of a
/// second of CPU time to say that nobody set a prefix.
///
/// As npm 11 has it (`@npmcli/config`): unless the environment or one of three files says
/// otherwise, the prefix is the folder above that of node's program. Whatever is not plainly so is
/// left to npm.
final class NpmPrefix {
  /// Variables that npm takes a prefix from, or a place where one may stand.
  private static final Set<String> VARIABLES =
      Set.of(
          "prefix",
          "destdir",
          "npm_config_prefix",
          "npm_config_userconfig",
          "npm_config_globalconfig");

  private static final String RUN_BY_NODE = "#!/usr/bin/env node";

  private final Surroundings surroundings;
  private final Path personsFile;

  NpmPrefix(Surroundings surroundings, Home home) {
    this.surroundings = surroundings;
    this.personsFile = home.directory().resolve(".npmrc");
  }

  /// @param npm the program
  /// @param node the one that npm's first line would find
  /// @return empty where npm has to be asked
  Optional<Path> told(Path npm, Path node) {
    try {
      var script = npm.toRealPath();
      var program = node.toRealPath();
      var prefix = program.resolve("../..").normalize();
      return isNpm(script) && isNode(program) && !isSetByVariable() && !isSetInFile(script, prefix)
          ? Optional.of(prefix)
          : Optional.empty();
    } catch (IOException | UncheckedIOException _) {
      // npm may be able to read it.
      return Optional.empty();
    }
  }

  /// Whether it is npm's own file: version managers put programs of theirs in its place.
  private boolean isNpm(Path script) throws IOException {
    return surroundings.system() != OperatingSystem.WINDOWS
        && script.endsWith("npm/bin/npm-cli.js")
        && start(script).lines().findFirst().orElse("").strip().equals(RUN_BY_NODE);
  }

  private static boolean isNode(Path program) throws IOException {
    return program.endsWith("node") && !start(program).startsWith("#!");
  }

  private static String start(Path file) throws IOException {
    try (var content = Files.newInputStream(file)) {
      return new String(content.readNBytes(RUN_BY_NODE.length() + 2), StandardCharsets.ISO_8859_1);
    }
  }

  private boolean isSetByVariable() {
    return surroundings.environment().keySet().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(VARIABLES::contains);
  }

  /// Whether npm's own file, the person's or the machine's could name a prefix or another such
  /// file.
  private boolean isSetInFile(Path script, Path prefix) throws IOException {
    var own = script.resolveSibling("../npmrc").normalize();
    for (var file : List.of(own, personsFile, prefix.resolve("etc/npmrc"))) {
      if (Files.exists(file) && mentionsPlace(file)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mentionsPlace(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines.anyMatch(line -> line.contains("prefix") || line.contains("config"));
    }
  }
}
