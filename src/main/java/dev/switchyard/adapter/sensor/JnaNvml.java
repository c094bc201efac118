package dev.switchyard.adapter.sensor;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The library that came with the driver of this machine.
final class JnaNvml implements NvmlLibrary {
  /// Where the loader finds it, and where Windows' own Linux and NixOS have it.
  private static final List<String> NAMES =
      List.of(
          "libnvidia-ml.so.1",
          "/usr/lib/wsl/lib/libnvidia-ml.so.1",
          "/run/opengl-driver/lib/libnvidia-ml.so.1");

  private final NativeLibrary library;
  private final Map<String, Optional<Function>> functions = new HashMap<>();

  private JnaNvml(NativeLibrary library) {
    this.library = library;
  }

  /// Empty where no driver of NVIDIA's is installed.
  static Optional<NvmlLibrary> find() {
    for (var name : NAMES) {
      try {
        return Optional.of(new JnaNvml(NativeLibrary.getInstance(name)));
      } catch (UnsatisfiedLinkError _) {
        // Not by this name: the next one.
      }
    }
    return Optional.empty();
  }

  @Override
  public int call(String function, Object... arguments) {
    return functions
        .computeIfAbsent(function, this::look)
        .map(found -> found.invokeInt(arguments))
        .orElse(FUNCTION_NOT_FOUND);
  }

  @Override
  public String words(int code) {
    return functions
        .computeIfAbsent("nvmlErrorString", this::look)
        .map(found -> found.invokeString(new Object[] {code}, false))
        .orElseGet(() -> "code " + code);
  }

  private Optional<Function> look(String name) {
    try {
      return Optional.of(library.getFunction(name));
    } catch (UnsatisfiedLinkError _) {
      return Optional.empty();
    }
  }
}
