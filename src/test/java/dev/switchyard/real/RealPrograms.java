package dev.switchyard.real;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// The folder that `.ci/real-programs` installs into: `SWITCHYARD_CI_CACHE`, or `switchyard-ci` in
/// the user's cache.
public final class RealPrograms {
  private RealPrograms() {}

  public static Path cache() {
    return folder("SWITCHYARD_CI_CACHE")
        .or(() -> folder("XDG_CACHE_HOME").map(cache -> cache.resolve("switchyard-ci")))
        .orElseGet(() -> Path.of(System.getenv("HOME")).resolve(".cache/switchyard-ci"));
  }

  /// A program in the cache; where it is not installed the test is skipped with one line that says
  /// so.
  ///
  /// @param path relative to the cache
  public static Path require(String path) {
    var program = cache().resolve(path);
    if (!Files.isExecutable(program)) {
      skip(program + " is not installed; .ci/real-programs installs it");
    }
    return program;
  }

  /// A program of the system; where it is not installed the test is skipped in the same way.
  public static void requireOnPath(String name) {
    var found =
        Arrays.stream(System.getenv("PATH").split(":", -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    if (!found) {
      skip(name + " is not installed on this system");
    }
  }

  public static void skip(String why) {
    var reason = "SKIPPED: " + why;
    System.out.println(reason);
    Assumptions.abort(reason);
  }

  /// The version to run against: the pinned one, or what the variable of `.ci/real-programs` names.
  public static String version(String variable, String pinned) {
    return Optional.ofNullable(System.getenv(variable)).orElse(pinned);
  }

  private static Optional<Path> folder(String variable) {
    return Optional.ofNullable(System.getenv(variable))
        .filter(text -> !text.isBlank())
        .map(Path::of);
  }
}
