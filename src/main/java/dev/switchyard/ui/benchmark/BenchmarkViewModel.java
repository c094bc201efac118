package dev.switchyard.ui.benchmark;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.benchmark.BenchmarkOutcome;
import dev.switchyard.domain.benchmark.BenchmarkResult;
import dev.switchyard.domain.benchmark.FigureKey;
import dev.switchyard.domain.benchmark.Samples;
import dev.switchyard.ui.benchmark.RunViewModel.State;
import dev.switchyard.ui.shell.Navigator;
import dev.switchyard.ui.shell.ScreenModel;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The Benchmark screen: which figures it shows. Those of the benchmark that is under way, or that
/// ended before its time; else those of the one that is chosen in the history.
public final class BenchmarkViewModel implements ScreenModel {
  /// Figures to look at.
  ///
  /// @param figures in the order for display
  /// @param result what they are of; empty while it is being measured
  /// @param kept whether it is part of the history
  public record Shown(
      Map<FigureKey, Known<Samples>> figures, Optional<BenchmarkResult> result, boolean kept) {}

  private final RunViewModel run;
  private final HistoryViewModel history;
  private final Navigator navigator;
  private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public BenchmarkViewModel(RunViewModel run, HistoryViewModel history, Navigator navigator) {
    this.run = run;
    this.history = history;
    this.navigator = navigator;
    run.setOnEnded(this::ended);
    history.setOnChosen(run::dismiss);
    run.stateProperty().subscribe((_, _) -> choose());
    history.shownProperty().subscribe((_, _) -> choose());
  }

  public RunViewModel run() {
    return run;
  }

  public HistoryViewModel history() {
    return history;
  }

  public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// Where the server can be started.
  public void openOverview() {
    navigator.showOverview();
  }

  /// Where a model can be pulled.
  public void openModels() {
    navigator.showModels(Optional.empty());
  }

  @Override
  public void setShown(boolean isShown) {
    run.setShown(isShown);
    if (isShown) {
      history.refresh();
    }
  }

  /// The window is gone for good: nobody waits for figures any more.
  @Override
  public void close() {
    run.close();
  }

  private void ended(BenchmarkOutcome outcome) {
    if (outcome.kept()) {
      history.showLast(outcome.result().subject().model());
    }
  }

  private void choose() {
    shown.set(
        switch (run.stateProperty().get()) {
          case State.Running(var step, _) when step.isPresent() ->
              Optional.of(new Shown(step.get().figures(), Optional.empty(), false));
          case State.Ended(var outcome) when !outcome.kept() ->
              Optional.of(
                  new Shown(outcome.result().figures(), Optional.of(outcome.result()), false));
          case State.Idle _, State.Running _, State.Ended _, State.Failed _ ->
              history
                  .shownProperty()
                  .get()
                  .result()
                  .map(result -> new Shown(result.figures(), Optional.of(result), true));
        });
  }
}
