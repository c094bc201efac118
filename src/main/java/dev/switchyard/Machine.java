package dev.switchyard;

import dev.switchyard.adapter.file.DiskSpace;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.adapter.process.SystemEnvironment;
import dev.switchyard.adapter.sensor.LoadAverage;
import dev.switchyard.adapter.sensor.MachineSensor;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.benchmark.MachineLoad;
import dev.switchyard.domain.memory.MemorySensor;
import dev.switchyard.domain.model.FreeSpace;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// What the program finds around it and reads once: time, the environment, the machine's memory and
/// disk. A test that needs an hour in a minute, or the same memory everywhere, has its own.
///
/// @param pace how long the program really waits where it would wait so long
/// @param memory opens the sensor
/// @param freeSpace looks at the disk of a home's models
/// @param processors what it computes with
record Machine(
    Clock clock,
    UnaryOperator<Duration> pace,
    Surroundings surroundings,
    Supplier<MemorySensor> memory,
    Function<Home, FreeSpace> freeSpace,
    Processors processors) {
  /// @param count how many there are
  /// @param load how many programs want them
  record Processors(int count, MachineLoad.Sensor load) {}

  static Machine real() {
    var clock = Clock.systemUTC();
    var surroundings = SystemEnvironment.read();
    return new Machine(
        clock,
        UnaryOperator.identity(),
        surroundings,
        () -> sensor(clock, surroundings),
        DiskSpace::new,
        new Processors(
            Runtime.getRuntime().availableProcessors(), new LoadAverage(surroundings.system())));
  }

  private static MemorySensor sensor(Clock clock, Surroundings surroundings) {
    var system = surroundings.system();
    return MachineSensor.of(
        system,
        isAppleSilicon(surroundings),
        clock,
        new Processes(surroundings.environment(), system));
  }

  private static boolean isAppleSilicon(Surroundings surroundings) {
    return surroundings.system() == OperatingSystem.MACOS
        && System.getProperty("os.arch").equals("aarch64");
  }
}
