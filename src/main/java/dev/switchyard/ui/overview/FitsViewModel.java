package dev.switchyard.ui.overview;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.memory.OtherMachine;
import dev.switchyard.domain.setup.FitsMachine;
import dev.switchyard.domain.setup.ModelSuggestion;
import dev.switchyard.ui.task.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which models of the catalogue fit this machine.
public final class FitsViewModel implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  private final Tasks.Poll poll;
  private final FitsMachine fits;
  private Optional<MemoryReading> reading = Optional.empty();
  private final ReadOnlyObjectWrapper<Optional<OtherMachine>> otherMachine =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<FitsMachine.Row>> rows =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public FitsViewModel(Tasks tasks, FitsMachine fits) {
    this.fits = fits;
    poll = tasks.poll(INTERVAL, _ -> fits.rows(), this::show, this::failed);
  }

  public ReadOnlyObjectProperty<List<FitsMachine.Row>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /// Why nothing was computed.
  public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Whether a row is the one that the guide would have this machine pull.
  public boolean isSuggested(FitsMachine.Row row) {
    return otherMachine
        .get()
        .map(machine -> machine.reading(Instant.EPOCH))
        .or(() -> reading)
        .map(ModelSuggestion::of)
        .filter(model -> model.entry().equals(row.entry()))
        .isPresent();
  }

  /// The machine described by hand that this is about; empty for the server's own.
  public ReadOnlyObjectProperty<Optional<OtherMachine>> otherMachineProperty() {
    return otherMachine.getReadOnlyProperty();
  }

  public void setReading(MemoryReading now) {
    reading = Optional.of(now);
  }

  /// Another machine was described, or none any more.
  public void refresh() {
    poll.refresh();
  }

  public void setPaused(boolean paused) {
    poll.setPaused(paused);
  }

  private void show(List<FitsMachine.Row> now) {
    problem.set(Optional.empty());
    otherMachine.set(fits.otherMachine());
    rows.set(ofGuide(now));
  }

  private void failed(PortException failure) {
    problem.set(Optional.of(failure.text()));
    rows.set(ofGuide(FitsMachine.claims()));
  }

  private static List<FitsMachine.Row> ofGuide(List<FitsMachine.Row> all) {
    return all.stream().filter(row -> row.entry().inGuide()).toList();
  }

  @Override
  public void close() {
    poll.close();
  }
}
