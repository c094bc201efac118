package dev.switchyard.real;

import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.Outcome;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The real Claude Code with an environment of the test's own: it sees nothing of the machine's.
public final class RealClaude {
  /// What the tests were last seen to pass with; the README names it too.
  public static final String PINNED = "2.1.330";

  public static final String VERSION = RealPrograms.version("CLAUDE_VERSION", PINNED);

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private RealClaude() {}

  /// Where the pinned version is; where it is not installed the test is skipped.
  public static Path require() {
    return RealPrograms.require("claude-" + VERSION + "/node_modules/.bin/claude");
  }

  /// What it needs to run: found on the path, nothing updated, nothing tried twice.
  ///
  /// @param home a folder of the test's
  /// @param cloud gets all requests that leave the machine, and is all that can
  public static Map<String, String> environment(Path home, CloudStandIn cloud) {
    var environment = new HashMap<>(cloud.environment());
    environment.put("HOME", home.toString());
    environment.put("PATH", require().getParent() + ":/usr/bin:/bin");
    environment.put("TERM", "xterm");
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("DISABLE_AUTOUPDATER", "1");
    environment.put("CLAUDE_CODE_MAX_RETRIES", "0");
    return environment;
  }

  /// One prompt without a terminal.
  public static Outcome prompt(Map<String, String> environment, Path folder, String... options)
      throws PortException {
    var words = new ArrayList<>(List.of("claude", "-p", "hello"));
    words.addAll(List.of(options));
    return run(environment, folder, words);
  }

  /// Any program that finds Claude Code on its path, in that environment.
  public static Outcome run(Map<String, String> environment, Path folder, List<String> words)
      throws PortException {
    return new Processes(environment, OperatingSystem.LINUX)
        .run(Command.of(words).in(folder).within(LIMIT));
  }
}
