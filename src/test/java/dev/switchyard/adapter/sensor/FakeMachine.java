package dev.switchyard.adapter.sensor;

import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.memory.MemorySensor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A sensor of a Linux machine that does not exist: two of NVIDIA's cards, two of AMD's, and two
/// hundred processes.
public final class FakeMachine {
  private static final long GIB = FakeLinux.GIB;
  private static final int PROCESSES = 200;

  private FakeMachine() {}

  /// @param folder an empty one, for its kernel's files
  public static MemorySensor in(Path folder) {
    var linux = new FakeLinux(folder);
    var library = new FakeNvml();
    for (var address : new String[] {"01", "41"}) {
      linux.nvidia("0000:%s:00.0".formatted(address));
      library.with(
          new FakeNvml.Card(
              "00000000:%s:00.0".formatted(address),
              "NVIDIA GeForce RTX 3090",
              24 * GIB,
              10 * GIB,
              93,
              71,
              Map.of(1007, 13 * GIB)));
    }
    linux.amd("0000:81:00.0", 24 * GIB, 5 * GIB);
    linux.amd("0000:c1:00.0", GIB, GIB / 2);
    linux.process(1007, "/usr/local/lib/ollama/llama-server", "--port", "1");
    for (int pid = 1; pid <= PROCESSES; pid++) {
      linux.process(pid, "/usr/bin/program", "argument");
    }
    var machine = linux.machine();
    var clock = Clock.systemUTC();
    var nothing = new NvidiaSmi(new Processes(Map.of(), OperatingSystem.LINUX));
    var running = new RunningProcesses(machine.proc());
    var gpus =
        new LinuxGpus(
            machine,
            clock,
            listed -> new NvidiaCards(listed, () -> Optional.of(library), nothing, running, clock));
    return new MachineSensor(clock, OshiRam.ofLinux(), gpus, Duration.ofSeconds(2));
  }
}
