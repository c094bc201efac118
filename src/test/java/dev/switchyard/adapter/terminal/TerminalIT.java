package dev.switchyard.adapter.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.process.InstalledPrograms;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.launch.LaunchRequest;
import dev.switchyard.domain.launch.OpenTerminal;
import dev.switchyard.domain.launch.PlanLaunch;
import dev.switchyard.domain.launch.terminal.Terminals;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.domain.route.ClaudeStart;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.RouteReader;
import dev.switchyard.real.RealPrograms;
import dev.switchyard.real.VirtualDesktop;
import dev.switchyard.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real terminals under a display in memory, with a stand-in for `claude` that writes down what
/// reaches it.
class TerminalIT {
  private static final String NASTY = "it's \"my\" $HOME `id` 50% & ü 日本";
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /// Answers `--version`; otherwise folder, variables and arguments, each ended by a zero, in one
  /// step.
  private static final String STAND_IN =
      """
      #!/bin/sh
      [ "$1" = --version ] && { echo '2.1.330 (Claude Code)'; exit; }
      record=$(dirname "$0")/record
      {
        printf '%s\\0' "$(pwd)" "$ANTHROPIC_BASE_URL" "$ANTHROPIC_AUTH_TOKEN" "[$ANTHROPIC_API_KEY]" "$HOME" "$@"
      } > "$record.new"
      [ -t 1 ] && mv "$record.new" "$record"
      """;

  @TempDir Path temp;
  private VirtualDesktop desktop;
  private Path project;
  private Home home;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void desktop() throws Exception {
    desktop = VirtualDesktop.start(temp);
    project = Files.createDirectory(temp.toRealPath().resolve(NASTY));
    home = Home.below(Files.createDirectory(temp.toRealPath().resolve("ho me & 'more'")));
    var claude = Files.createDirectory(temp.toRealPath().resolve("bin")).resolve("claude");
    Files.writeString(claude, STAND_IN);
    Files.setPosixFilePermissions(claude, PosixFilePermissions.fromString("rwxr-xr-x"));
    environment.putAll(desktop.environment());
    environment.put("PATH", claude.getParent() + ":/usr/bin:/bin");
    environment.put("HOME", temp.toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("ANTHROPIC_API_KEY", "from-the-environment");
  }

  @AfterEach
  void close() {
    desktop.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"xterm", "lxterminal", "xfce4-terminal", "kitty", "gnome-terminal", "konsole"})
  void folderVariablesAndArgumentsArrive(String id) throws Exception {
    RealPrograms.requireOnPath(id);

    launch(id, List.of("-p", NASTY, "two\nlines", ""));

    assertThat(record())
        .containsExactly(
            project.toString(),
            "http://localhost:11434",
            "ollama",
            "[]",
            home.directory().toString(),
            "--model",
            "gemma4:26b",
            "-p",
            NASTY,
            "two\nlines",
            "");
  }

  /// Its second window belongs to the first one's process and gets that one's environment.
  @Test
  void aSecondWindowOfARunningTerminalGetsItsOwnValuesToo() throws Exception {
    RealPrograms.requireOnPath("xfce4-terminal");
    environment.put("ANTHROPIC_BASE_URL", "http://the-first-window.invalid");
    environment.put("ANTHROPIC_AUTH_TOKEN", "the-first-window");
    launch("xfce4-terminal", List.of("-p", "first"));
    assertThat(record()).endsWith("-p", "first");
    environment.remove("ANTHROPIC_BASE_URL");
    environment.remove("ANTHROPIC_AUTH_TOKEN");

    launch("xfce4-terminal", List.of("second"));

    assertThat(record())
        .containsExactly(
            project.toString(),
            "http://localhost:11434",
            "ollama",
            "[]",
            home.directory().toString(),
            "--model",
            "gemma4:26b",
            "second");
  }

  @Test
  void theTestWindowOpens() throws Exception {
    RealPrograms.requireOnPath("xterm");
    var terminal = terminals().choose(Optional.of("xterm"), Preferences.DEFAULT);

    opener().test(terminal, project);
  }

  private void launch(String id, List<String> arguments) throws Exception {
    var planner =
        new PlanLaunch(
            new LocalRouteOnly(),
            new InstalledPrograms(processes(), surroundings(), home, Clock.systemUTC()),
            files(),
            surroundings(),
            home);
    var request = new LaunchRequest(project, new LaunchRequest.Task.Session(arguments));
    var terminal = terminals().choose(Optional.of(id), Preferences.DEFAULT);

    opener().open(planner.forTerminal(request), terminal);
  }

  private OpenTerminal opener() {
    return new OpenTerminal(host(), files(), new Texts(Locale.ENGLISH)::text);
  }

  private Terminals terminals() {
    return new Terminals(surroundings(), host());
  }

  private DesktopTerminals host() {
    return new DesktopTerminals(processes(), surroundings(), home.directory(), home.state());
  }

  private PrivateLaunchFolder files() {
    return new PrivateLaunchFolder(home.state(), Clock.systemUTC());
  }

  private Processes processes() {
    return new Processes(environment, OperatingSystem.LINUX);
  }

  private Surroundings surroundings() {
    return new Surroundings(OperatingSystem.LINUX, environment, temp);
  }

  /// What the stand-in wrote down, once it has; the next one writes anew.
  private List<String> record() throws Exception {
    var record = temp.resolve("bin/record");
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!Files.exists(record)) {
      if (System.nanoTime() > end) {
        var picture = Path.of("target/terminal-it.png").toAbsolutePath();
        desktop.photograph(picture);
        throw new AssertionError("nothing ran in the terminal, see " + picture + log());
      }
      Thread.sleep(20);
    }
    var text = Files.readString(record);
    Files.delete(record);
    return List.of(text.substring(0, text.length() - 1).split("\0", -1));
  }

  private String log() throws IOException {
    var log = home.state().resolve("terminal.log");
    return Files.exists(log) ? "\n" + Files.readString(log) : "";
  }

  private static final class LocalRouteOnly implements RouteReader {
    @Override
    public EffectiveRoute read(ClaudeStart start) {
      return new EffectiveRoute(
          start.folder(),
          Destination.LOCAL,
          "http://localhost:11434",
          Optional.of("gemma4:26b"),
          EffectiveRoute.Credential.PLACEHOLDER,
          Map.of(),
          List.of());
    }

    @Override
    public EffectiveRoute readDefault() {
      throw new AssertionError("not asked for");
    }
  }
}
