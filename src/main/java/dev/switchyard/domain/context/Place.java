package dev.switchyard.domain.context;

import java.util.Locale;

/// A place that holds a context length.
public enum Place {
  /// `num_ctx` of the model's Modelfile.
  BUILT,
  /// The model in memory, as `/api/ps` shows it.
  LOADED,
  /// What Claude Code goes by when it decides to compact.
  TOLD,
  /// The project: its first prompt, and what Claude Code keeps free beside it.
  NEEDED;

  /// As the command line's JSON names it.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
