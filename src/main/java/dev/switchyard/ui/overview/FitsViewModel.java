package dev.switchyard.ui.overview;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.setup.FitsMachine;
import dev.switchyard.domain.setup.ModelSuggestion;
import dev.switchyard.ui.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which models of the catalogue fit this machine.
public final class FitsViewModel implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(30);

  private final Tasks.Poll poll;
  private Optional<ModelSuggestion> suggestion = Optional.empty();
  private final ReadOnlyObjectWrapper<List<FitsMachine.Row>> rows =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public FitsViewModel(Tasks tasks, FitsMachine fits) {
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
    return suggestion.filter(model -> model.entry().equals(row.entry())).isPresent();
  }

  public void setReading(MemoryReading now) {
    suggestion = Optional.of(ModelSuggestion.of(now));
  }

  public void setPaused(boolean paused) {
    poll.setPaused(paused);
  }

  private void show(List<FitsMachine.Row> now) {
    problem.set(Optional.empty());
    rows.set(now);
  }

  private void failed(PortException failure) {
    problem.set(Optional.of(failure.text()));
    rows.set(FitsMachine.claims());
  }

  @Override
  public void close() {
    poll.close();
  }
}
