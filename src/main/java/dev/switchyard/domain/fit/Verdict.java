package dev.switchyard.domain.fit;

/// Whether a model can be loaded, and how well it then runs.
public enum Verdict {
  /// Whole on the GPU, or whole in RAM on a machine without one.
  FITS("fits"),
  /// Part of it on the GPU, the rest in RAM: it runs, several times slower.
  SPLITS("splits"),
  /// It needs more than is free: the system moves memory to disk, or ends the server.
  SWAPS("swaps"),
  /// The server refuses, or the system ends it.
  CANNOT_LOAD("cannot-load");

  private final String wireName;

  Verdict(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }
}
