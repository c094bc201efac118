package dev.switchyard.adapter.process;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The environment that started programs get: the person's own, as it was before Switchyard's
/// launcher and runtime touched it.
public final class ChildEnvironment {
  /// They would lead a program out of a home that `--home` chose.
  private static final List<String> LEADS_OUT_OF_HOME =
      List.of(
          "XDG_CONFIG_HOME",
          "XDG_STATE_HOME",
          "XDG_DATA_HOME",
          "XDG_CACHE_HOME",
          "CLAUDE_CONFIG_DIR",
          "ZDOTDIR",
          "OLLAMA_MODELS");

  private ChildEnvironment() {}

  /// @param runtime the folder of our Java runtime: entries of `LD_LIBRARY_PATH` below it are ours
  public static Map<String, String> of(Surroundings surroundings, Home home, Path runtime) {
    var result = new TreeMap<>(surroundings.environment());
    result
        .keySet()
        .removeIf(name -> name.equals("JAVA_TOOL_OPTIONS") || name.startsWith("_JPACKAGE_"));
    keepForeignLibraries(result, runtime);
    if (home.relocated()) {
      moveInto(result, home.directory(), surroundings.system());
    }
    return result;
  }

  private static void keepForeignLibraries(Map<String, String> environment, Path runtime) {
    var folders = environment.get("LD_LIBRARY_PATH");
    if (folders == null) {
      return;
    }
    var foreign =
        Arrays.stream(folders.split(Pattern.quote(":"), -1))
            .filter(folder -> !folder.startsWith(runtime.toString()))
            .collect(Collectors.joining(":"));
    if (foreign.isEmpty()) {
      environment.remove("LD_LIBRARY_PATH");
    } else {
      environment.put("LD_LIBRARY_PATH", foreign);
    }
  }

  private static void moveInto(
      Map<String, String> environment, Path directory, OperatingSystem system) {
    environment.keySet().removeAll(LEADS_OUT_OF_HOME);
    environment.put("HOME", directory.toString());
    if (system == OperatingSystem.WINDOWS) {
      environment.put("USERPROFILE", directory.toString());
      environment.put("APPDATA", directory.resolve("AppData/Roaming").toString());
      environment.put("LOCALAPPDATA", directory.resolve("AppData/Local").toString());
    }
  }
}
