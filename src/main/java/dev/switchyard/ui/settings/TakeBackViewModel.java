package dev.switchyard.ui.settings;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.InheritAll;
import dev.switchyard.domain.route.InheritAll.Outcome;
import dev.switchyard.ui.task.Tasks;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Taking every route back, for whoever quits for good: first the list of what will change.
public final class TakeBackViewModel {
  private final Tasks tasks;
  private final InheritAll inheritAll;
  private final Runnable onDone;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());

  /// How far it is.
  public sealed interface State {
    record Idle() implements State {}

    record Working() implements State {}

    /// Nothing is written yet.
    record Planned(Outcome outcome) implements State {}

    record Done(Outcome outcome) implements State {}

    record Failed(Message reason) implements State {}
  }

  /// @param onDone other screens show routes that have changed
  public TakeBackViewModel(Tasks tasks, InheritAll inheritAll, Runnable onDone) {
    this.tasks = tasks;
    this.inheritAll = inheritAll;
    this.onDone = onDone;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public void look() {
    state.set(new State.Working());
    tasks.run(
        _ -> inheritAll.plan(), outcome -> state.set(new State.Planned(outcome)), this::failed);
  }

  public void cancel() {
    state.set(new State.Idle());
  }

  public void takeBack() {
    state.set(new State.Working());
    tasks.run(
        _ -> inheritAll.apply(),
        outcome -> {
          state.set(new State.Done(outcome));
          onDone.run();
        },
        this::failed);
  }

  private void failed(PortException failure) {
    state.set(new State.Failed(failure.text()));
  }
}
