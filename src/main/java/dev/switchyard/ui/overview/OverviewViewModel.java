package dev.switchyard.ui.overview;

import dev.switchyard.domain.memory.MemoryReading;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// What the first screen shows, and when its parts may poll.
public final class OverviewViewModel implements AutoCloseable {
  private final MemoryViewModel memory;
  private final LoadedViewModel loaded;
  private final SetupViewModel setup;
  private final FitsViewModel fits;
  private final AlarmsViewModel alarms;
  private final ReadOnlyBooleanWrapper whole = new ReadOnlyBooleanWrapper(true);

  public OverviewViewModel(
      MemoryViewModel memory,
      LoadedViewModel loaded,
      SetupViewModel setup,
      FitsViewModel fits,
      AlarmsViewModel alarms) {
    this.memory = memory;
    this.loaded = loaded;
    this.setup = setup;
    this.fits = fits;
    this.alarms = alarms;
    whole.subscribe(alarms::setWhole);
    memory.readingProperty().addListener((_, _, _) -> tellRest());
    whole.addListener((_, _, _) -> tellRest());
    fits.rowsProperty().addListener((_, _, _) -> setup.setBest(fits.bestHere()));
  }

  /// What is not to be seen yet is not computed either.
  private void tellRest() {
    if (whole.get()) {
      memory.readingProperty().get().ifPresent(setup::setReading);
    }
  }

  /// Begins with a reading that is there before the window is: the gauges are its first picture,
  /// and the rest follows when a person sees it.
  public void begin(MemoryReading first) {
    whole.set(false);
    memory.begin(first);
  }

  /// Whether more than the gauges is to be shown.
  ReadOnlyBooleanProperty wholeProperty() {
    return whole.getReadOnlyProperty();
  }

  public SetupViewModel setup() {
    return setup;
  }

  public FitsViewModel fits() {
    return fits;
  }

  public AlarmsViewModel alarms() {
    return alarms;
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
    alarms.setScreenShown(shown);
  }

  /// The window came to the person's eyes, or went away.
  public void setWindowShown(boolean shown) {
    if (shown) {
      whole.set(true);
    }
    memory.setWindowShown(shown);
  }

  @Override
  public void close() {
    memory.close();
    loaded.close();
    setup.close();
    fits.close();
    alarms.close();
  }
}
