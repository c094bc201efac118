package dev.switchyard.ui.overview;

/// What the first screen shows, and when its parts may poll.
public final class OverviewViewModel implements AutoCloseable {
  private final MemoryViewModel memory;
  private final LoadedViewModel loaded;

  public OverviewViewModel(MemoryViewModel memory, LoadedViewModel loaded) {
    this.memory = memory;
    this.loaded = loaded;
  }

  public MemoryViewModel memory() {
    return memory;
  }

  public LoadedViewModel loaded() {
    return loaded;
  }

  /// The screen came to the front, or went away.
  public void setShown(boolean shown) {
    memory.setScreenShown(shown);
    loaded.setPaused(!shown);
  }

  /// The window came to the person's eyes, or went away.
  public void setWindowShown(boolean shown) {
    memory.setWindowShown(shown);
  }

  @Override
  public void close() {
    memory.close();
    loaded.close();
  }
}
