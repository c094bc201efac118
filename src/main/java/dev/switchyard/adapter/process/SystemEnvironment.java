package dev.switchyard.adapter.process;

import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import java.nio.file.Path;

/// The one place that reads the environment and the system properties of this process.
public final class SystemEnvironment {
  private SystemEnvironment() {}

  public static Surroundings read() {
    return new Surroundings(
        OperatingSystem.parse(System.getProperty("os.name", "")),
        System.getenv(),
        Path.of(System.getProperty("user.home", "/")));
  }

  /// The folder of the Java runtime that this process runs in.
  public static Path javaHome() {
    return Path.of(System.getProperty("java.home", "/"));
  }
}
