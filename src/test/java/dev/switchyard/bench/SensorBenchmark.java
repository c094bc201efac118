package dev.switchyard.bench;

import dev.switchyard.adapter.process.Processes;
import dev.switchyard.adapter.sensor.FakeMachine;
import dev.switchyard.adapter.sensor.MachineSensor;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.memory.MemorySensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
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

/// One reading of the memory and of every graphics card, as the window asks for it every two
/// seconds. Each card is read on a thread of its own: on one core (`taskset -c 0`) the time is at
/// least the work of all of them.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SensorBenchmark {
  private Path folder;
  private MemorySensor machine;
  private MemorySensor four;

  @Setup
  public void open() throws IOException {
    folder = Files.createTempDirectory("sensor-bench");
    four = FakeMachine.in(folder);
    machine =
        MachineSensor.of(
            OperatingSystem.LINUX,
            false,
            Clock.systemUTC(),
            new Processes(Map.of(), OperatingSystem.LINUX));
  }

  @TearDown
  public void close() throws IOException {
    four.close();
    machine.close();
    try (var all = Files.walk(folder)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Benchmark
  public MemoryReading thisMachine() throws PortException {
    return machine.read();
  }

  /// The kernel's files are real ones, on a disk; the answers of NVIDIA's library are made up.
  @Benchmark
  public MemoryReading fourCards() throws PortException {
    return four.read();
  }
}
