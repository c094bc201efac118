package dev.switchyard.domain;

import java.util.Locale;

/// The families of systems that differ in where things are and how programs are started.
public enum OperatingSystem {
  /// Linux and every other Unix that is not macOS.
  LINUX,
  MACOS,
  WINDOWS;

  /// Reads Java's `os.name`.
  public static OperatingSystem parse(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      return WINDOWS;
    }
    return lower.startsWith("mac") || lower.startsWith("darwin") ? MACOS : LINUX;
  }

  /// What separates the folders in `PATH`.
  public char pathSeparator() {
    return this == WINDOWS ? ';' : ':';
  }
}
