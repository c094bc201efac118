package dev.switchyard.domain.route;

import java.util.Locale;

/// The layers of Claude Code's settings, strongest first. Measured on 2.1.330: each beats all that
/// follow, key by key.
public enum Layer {
  MANAGED,
  FLAG,
  LOCAL,
  PROJECT,
  USER,
  PROCESS,
  DEFAULT;

  /// As the command line's JSON names it.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
