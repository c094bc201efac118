package dev.switchyard.adapter.process;

import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The one place that reads the environment and the system properties of this process.
public final class SystemEnvironment {
  /// Set by `bin/switchyard` where it gave this JVM another locale: the caller's own value, empty
  /// for none.
  private static final String CALLER_LC_ALL = "SWITCHYARD_CALLER_LC_ALL";

  private SystemEnvironment() {}

  public static Surroundings read() {
    return new Surroundings(
        OperatingSystem.parse(System.getProperty("os.name", "")),
        callersOwn(System.getenv()),
        Path.of(System.getProperty("user.home", "/")));
  }

  /// The environment as it was before our launcher touched it: by it the language is chosen, and
  /// programs that are started get it.
  static Map<String, String> callersOwn(Map<String, String> environment) {
    var result = new HashMap<>(environment);
    var callers = result.remove(CALLER_LC_ALL);
    if (callers == null) {
      return result;
    }
    if (callers.isEmpty()) {
      result.remove("LC_ALL");
    } else {
      result.put("LC_ALL", callers);
    }
    return result;
  }

  /// The folder of the Java runtime that this process runs in.
  public static Path javaHome() {
    return Path.of(System.getProperty("java.home", "/"));
  }
}
