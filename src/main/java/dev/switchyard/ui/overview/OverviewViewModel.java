package dev.switchyard.ui.overview;

/// What the first screen shows, and when its parts may poll.
public final class OverviewViewModel implements AutoCloseable {
  private final MemoryViewModel memory;
  private final LoadedViewModel loaded;
  private final SetupViewModel setup;
  private final FitsViewModel fits;

  public OverviewViewModel(
      MemoryViewModel memory, LoadedViewModel loaded, SetupViewModel setup, FitsViewModel fits) {
    this.memory = memory;
    this.loaded = loaded;
    this.setup = setup;
    this.fits = fits;
    memory
        .readingProperty()
        .addListener((_, _, now) -> {
          now.ifPresent(setup::setReading);
          now.ifPresent(fits::setReading);
        });
  }

  public SetupViewModel setup() {
    return setup;
  }

  public FitsViewModel fits() {
    return fits;
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
    setup.setPaused(!shown);
    fits.setPaused(!shown);
  }

  /// The window came to the person's eyes, or went away.
  public void setWindowShown(boolean shown) {
    memory.setWindowShown(shown);
  }

  @Override
  public void close() {
    memory.close();
    loaded.close();
    setup.close();
    fits.close();
  }
}
