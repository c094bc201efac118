package dev.switchyard.adapter.sensor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.benchmark.MachineLoad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import oshi.SystemInfo;

/// How many programs wanted to compute at once over the last minute, as the system counts them.
/// Windows does not.
public final class LoadAverage implements MachineLoad.Sensor {
  private static final Path LINUX = Path.of("/proc/loadavg");

  private final OperatingSystem system;

  public LoadAverage(OperatingSystem system) {
    this.system = system;
  }

  @Override
  public Known<Double> average() {
    return switch (system) {
      case LINUX -> ofLinux();
      case MACOS -> known(new SystemInfo().getHardware().getProcessor().getSystemLoadAverage(1)[0]);
      case WINDOWS -> notCounted();
    };
  }

  private static Known<Double> ofLinux() {
    try {
      return known(Double.parseDouble(Files.readString(LINUX).split(" ", 2)[0]));
    } catch (IOException | NumberFormatException _) {
      return notCounted();
    }
  }

  /// OSHI says below 0 where it cannot tell.
  private static Known<Double> known(double average) {
    return average >= 0 ? Known.of(average) : notCounted();
  }

  private static Known<Double> notCounted() {
    return Known.unknown(Message.of("bench.load-not-counted"));
  }
}
