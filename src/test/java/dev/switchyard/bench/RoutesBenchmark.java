package dev.switchyard.bench;

import dev.switchyard.adapter.claude.ClaudeFiles;
import dev.switchyard.adapter.git.GitCheckouts;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.Account;
import dev.switchyard.domain.route.ClaudeSurroundings;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.SettingsRouteReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// The routes of a thousand real folders, as the list of projects asks for them, and of one, as a
/// watched change does. Half of the projects are git checkouts with a local route of one's own,
/// half share a route in `settings.json`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RoutesBenchmark {
  private static final int PROJECTS = 1_000;

  private Path root;
  private List<Path> projects;
  private SettingsRouteReader reader;

  @Setup
  public void makeProjects() throws IOException {
    root = Files.createTempDirectory("routes-bench");
    var home = Files.createDirectories(root.resolve("home/.claude")).getParent();
    var user = home.resolve(".claude/settings.json");
    Files.writeString(user, "{\n  \"theme\": \"dark\",\n  \"model\": \"opus\"\n}\n");
    projects = new ArrayList<>();
    for (int i = 0; i < PROJECTS; i++) {
      projects.add(project(i));
    }
    reader =
        new SettingsRouteReader(
            new ClaudeFiles(),
            new GitCheckouts(new Processes(Map.of(), OperatingSystem.LINUX)),
            () -> Account.NONE,
            new ClaudeSurroundings(home, root.resolve("managed-settings.json"), user, Map.of()));
  }

  @TearDown
  public void removeProjects() throws IOException {
    try (var all = Files.walk(root)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Benchmark
  public List<EffectiveRoute> thousandProjects() throws PortException {
    var routes = new ArrayList<EffectiveRoute>();
    for (var project : projects) {
      routes.add(reader.read(project));
    }
    return routes;
  }

  @Benchmark
  public EffectiveRoute oneAfterAWatchedChange() throws PortException {
    return reader.read(projects.getFirst());
  }

  private Path project(int number) throws IOException {
    var folder = root.resolve("src/project-" + number);
    var settings = Files.createDirectories(folder.resolve(".claude"));
    boolean isGit = number % 2 == 0;
    if (isGit) {
      Files.createDirectory(folder.resolve(".git"));
    }
    Files.writeString(
        settings.resolve(isGit ? "settings.local.json" : "settings.json"), LocalSettings.text());
    return folder;
  }
}
