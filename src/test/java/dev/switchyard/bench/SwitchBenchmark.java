package dev.switchyard.bench;

import dev.switchyard.adapter.claude.ClaudeFiles;
import dev.switchyard.adapter.claude.JournalFile;
import dev.switchyard.adapter.claude.VersionFolder;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import dev.switchyard.domain.route.Account;
import dev.switchyard.domain.route.ClaudeSurroundings;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.JournaledFiles;
import dev.switchyard.domain.route.RouteJournal;
import dev.switchyard.domain.route.RouteRequest;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import dev.switchyard.domain.route.SettingsRouteReader;
import dev.switchyard.domain.route.SettingsVersions;
import dev.switchyard.domain.route.SwitchRoute;
import dev.switchyard.fake.FakeRepositories;
import dev.switchyard.fake.MemoryFiles;
import dev.switchyard.fake.MemoryJournal;
import dev.switchyard.fake.MemoryVersions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// One switch, planned and carried out, there and back in turn. `memory` is what it takes beyond
/// waiting for the disk; `disk` forces every file and folder, as it does for a person.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SwitchBenchmark {
  @Param({"memory", "disk"})
  private String files;

  private Path root;
  private Path project;
  private SwitchRoute switches;
  private boolean local;

  @Setup
  public void makeProject() throws IOException {
    root = Files.createTempDirectory("switch-bench");
    project = root.resolve("home/src/app");
    if (files.equals("disk")) {
      Files.createDirectories(project.resolve(".claude"));
      Files.writeString(project.resolve(".claude/settings.json"), LocalSettings.OWN);
      var state = Files.createDirectory(root.resolve("state"));
      switches = switches(new ClaudeFiles(), new JournalFile(state), new VersionFolder(state));
    } else {
      var memory = new MemoryFiles();
      memory.folders.add(project);
      memory.folders.add(project.resolve(".claude"));
      memory.put(project.resolve(".claude/settings.json"), LocalSettings.OWN);
      switches = switches(memory, new MemoryJournal(), new MemoryVersions());
    }
  }

  @TearDown
  public void removeProject() throws IOException {
    try (var all = Files.walk(root)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Benchmark
  public EffectiveRoute thereAndBackInTurn() throws PortException {
    local = !local;
    return switches.apply(switches.plan(local ? there() : back()));
  }

  private RouteRequest there() {
    return RouteRequest.local(
        project, Optional.empty(), new LocalTarget("http://localhost:11434", "m", 65_536));
  }

  private RouteRequest back() {
    return RouteRequest.inherit(project, Optional.empty());
  }

  private SwitchRoute switches(TextFiles text, RouteJournal journal, SettingsVersions versions) {
    var home = root.resolve("home");
    var surroundings =
        new ClaudeSurroundings(
            home,
            root.resolve("managed-settings.json"),
            home.resolve(".claude/settings.json"),
            Map.of());
    var repositories = new FakeRepositories();
    return new SwitchRoute(
        text,
        repositories,
        new SettingsRouteReader(text, repositories, () -> Account.NONE, surroundings),
        new JournaledFiles(text, journal, versions, Clock.systemUTC()),
        surroundings,
        List::of,
        Clock.systemUTC());
  }
}
