package dev.switchyard;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.memory.MemorySensor;
import dev.switchyard.domain.model.FreeSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A person's Linux machine in a folder: a home with projects, a search path on which there is only
/// what the test installs, a simulated server, 64 GiB of RAM and a GPU of 24 GiB. Its clock stands
/// when the simulated world began, and nothing waits longer than a moment.
final class SmallMachine implements AutoCloseable {
  private static final Duration MOMENT = Duration.ofMillis(30);

  private static final long RAM = 64L << 30;
  private static final long GPU = 24L << 30;
  private static final FreeSpace DISK =
      new FreeSpace() {
        @Override
        public Known<Long> forModelsOf(EndpointUrl server) {
          return Known.of(412L << 30);
        }

        @Override
        public boolean holdsBrokenOffPulls(EndpointUrl server) {
          return false;
        }
      };

  private final Path folder;
  private final SimulatedOllama server;
  private final Map<String, String> extra = new HashMap<>();

  private SmallMachine(Path folder, SimulatedOllama server) {
    this.folder = folder;
    this.server = server;
  }

  /// @param folder an empty one
  /// @param projects names of folders that Claude Code knows
  static SmallMachine in(Path folder, Setup setup, String... projects) throws IOException {
    var machine = new SmallMachine(folder.toRealPath(), SimulatedOllama.start(setup));
    Files.createDirectories(machine.bin());
    Files.createDirectories(machine.home());
    for (var program : List.of("git", "mv", "rm", "setsid")) {
      machine.lend(program);
    }
    for (var project : projects) {
      Files.createDirectories(machine.project(project));
    }
    var known =
        Stream.of(projects)
            .map(project -> "\"%s\": {}".formatted(machine.project(project)))
            .collect(Collectors.joining(", "));
    Files.writeString(machine.home().resolve(".claude.json"), "{\"projects\": {" + known + "}}");
    return machine;
  }

  Path home() {
    return folder.resolve("home");
  }

  Path project(String name) {
    return home().resolve("src").resolve(name);
  }

  SimulatedOllama server() {
    return server;
  }

  /// Installs a program: a script of the shell.
  void install(String name, String script) throws IOException {
    var file = Files.writeString(bin().resolve(name), "#!/bin/sh\n" + script);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("not executable: " + file);
    }
  }

  /// Installs a Claude Code that only notes how it was started, in [#started()].
  void installClaude() throws IOException {
    install(
        "claude",
        """
        if [ "$1" = --version ]; then echo '2.1.330 (Claude Code)'; exit; fi
        { echo "in $PWD"; for word; do echo "word $word"; done; } > "$HOME/.started"
        mv "$HOME/.started" "$HOME/started"
        """);
  }

  /// Installs a terminal that runs its command and nothing else.
  void installTerminal() throws IOException {
    install("xterm", "while [ \"$1\" != -e ]; do shift; done; shift; exec \"$@\"\n");
  }

  /// What Claude Code noted when it was started.
  Path started() {
    return home().resolve("started");
  }

  OpenWindow open() {
    return OpenWindow.open(
        machine(), "--home", home().toString(), "--ollama", server.url().toString());
  }

  /// Sets a variable of its environment, for windows that open from now on.
  void set(String variable, String value) {
    extra.put(variable, value);
  }

  private Map<String, String> environment() {
    var environment = new HashMap<>(extra);
    environment.put("PATH", bin().toString());
    environment.put("HOME", home().toString());
    environment.put("DISPLAY", ":0");
    environment.put("LANG", "en_US.UTF-8");
    environment.put("SHELL", "/bin/sh");
    return environment;
  }

  Machine machine() {
    return new Machine(
        Clock.fixed(Setup.EPOCH, ZoneOffset.UTC),
        interval -> interval.compareTo(MOMENT) < 0 ? interval : MOMENT,
        new Surroundings(OperatingSystem.LINUX, environment(), home()),
        Memory::new,
        _ -> DISK,
        new Machine.Processors(16, () -> Known.of(0.6)));
  }

  /// The same at each moment: a line that is drawn over time has one point.
  private final class Memory implements MemorySensor {
    @Override
    public MemoryReading read() {
      long used = Math.min(GPU, server.vramBytesInUse());
      return new MemoryReading(
          Setup.EPOCH,
          pool(MemoryPool.Kind.RAM, "", RAM, 11L << 30),
          Known.of(List.of(pool(MemoryPool.Kind.VRAM, "RTX 4090", GPU, used))));
    }

    @Override
    public void close() {}
  }

  private static MemoryPool pool(MemoryPool.Kind kind, String name, long total, long used) {
    return new MemoryPool(kind, name, Known.of(total), Known.of(used), Optional.empty());
  }

  private Path bin() {
    return folder.resolve("bin");
  }

  /// Installs a program of the machine that the test runs on, where it has it.
  private void lend(String program) throws IOException {
    for (var place : List.of("/usr/bin", "/bin")) {
      var real = Path.of(place, program);
      if (Files.isExecutable(real)) {
        install(program, "exec %s \"$@\"\n".formatted(real));
        return;
      }
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
