package dev.switchyard.ui.models;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.DeleteModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.model.ModelServer.KeepAlive;
import dev.switchyard.domain.model.ModelUsers;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What can be done with the selected model, one thing at a time: load, unload, copy, delete.
public final class ModelActionsViewModel {
  /// What is going on.
  public sealed interface State {
    record Idle() implements State {}

    /// @param what for the person
    /// @param cancellable whether it makes sense to stop it
    /// @param before how long the same took the last time; zero where that is not known
    record Working(Message what, boolean cancellable, Duration before) implements State {
      Working(Message what, boolean cancellable) {
        this(what, cancellable, Duration.ZERO);
      }
    }

    /// A name for the copy is asked for.
    ///
    /// @param proposal what stands in the field
    /// @param problem what is wrong with it
    record AskingForName(ModelName source, String proposal, Optional<Message> problem)
        implements State {}

    /// Before a deletion: what would miss the model.
    record AskingToDelete(DeleteModel.Effect effect) implements State {}

    /// @param text why, and what to do next
    record Failed(Message text) implements State {}
  }

  /// Something that blocks and changes what the server has.
  @FunctionalInterface
  private interface Change {
    void run(ModelServer server, Cancellation cancellation) throws PortException;
  }

  private final Supplier<? extends ModelServer> server;
  private final ModelUsers users;
  private final Tasks tasks;
  private final Notices notices;
  private final Clock clock;

  /// How long each model took to load when it was loaded last, as the server was asked here.
  private final Map<ModelName, Duration> loads = new ConcurrentHashMap<>();

  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private Optional<Tasks.Running> running = Optional.empty();
  private Runnable onChanged = () -> {};

  public ModelActionsViewModel(
      Supplier<? extends ModelServer> server,
      ModelUsers users,
      Tasks tasks,
      Notices notices,
      Clock clock) {
    this.server = server;
    this.users = users;
    this.tasks = tasks;
    this.notices = notices;
    this.clock = clock;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Loads a model and keeps it in memory until it is unloaded.
  public void load(ModelName model) {
    var before = loads.getOrDefault(model, Duration.ZERO);
    change(
        new State.Working(Message.of("models.load.working", model.shortText()), true, before),
        (target, cancellation) -> {
          var since = clock.instant();
          target.load(model, KeepAlive.FOREVER, cancellation);
          loads.put(model, Duration.between(since, clock.instant()));
        },
        Message.of("models.load.done", model.shortText()));
  }

  public void unload(ModelName model) {
    change(
        new State.Working(Message.of("models.unload.working", model.shortText()), false),
        (target, _) -> target.unload(model),
        Message.of("models.unload.done", model.shortText()));
  }

  public void askForCopysName(ModelName source) {
    if (!isWorking()) {
      state.set(new State.AskingForName(source, source.withoutTag() + "-copy", Optional.empty()));
    }
  }

  /// Asks again where the name cannot be used.
  public void copyTo(String text) {
    if (!(state.get() instanceof State.AskingForName(var source, _, _))) {
      return;
    }
    var name = ModelName.parse(text);
    if (name.isEmpty()) {
      askAgain(source, text, Message.of("models.pull.bad-name", text));
      return;
    }
    change(
        new State.Working(Message.of("models.copy.working", source.shortText()), false),
        (target, _) -> target.copy(source, name.get()),
        Message.of("models.copy.done", source.shortText(), name.get().shortText()),
        failure -> {
          if (failure.kind() == PortException.Kind.CONFLICT) {
            askAgain(source, text, failure.text());
          } else {
            failed(failure);
          }
        });
  }

  private void askAgain(ModelName source, String text, Message problem) {
    state.set(new State.AskingForName(source, text, Optional.of(problem)));
  }

  /// Finds out what uses the model, then asks.
  public void askToDelete(ModelName model) {
    if (isWorking()) {
      return;
    }
    state.set(new State.Working(Message.of("models.delete.looking", model.shortText()), false));
    running =
        Optional.of(
            tasks.run(
                _ -> new DeleteModel(server.get(), users).effectOf(model),
                effect -> state.set(new State.AskingToDelete(effect)),
                this::failed));
  }

  public void delete() {
    if (state.get() instanceof State.AskingToDelete(var effect)) {
      change(
          new State.Working(Message.of("models.delete.working", effect.name().shortText()), false),
          (target, _) -> new DeleteModel(target, users).delete(effect.name()),
          Message.of("models.delete.done", effect.name().shortText()));
    }
  }

  /// Stops what can be stopped.
  public void cancel() {
    running.ifPresent(Tasks.Running::cancel);
  }

  /// Takes a question or a failure away; what is being worked on stays.
  public void dismiss() {
    if (!isWorking()) {
      state.set(new State.Idle());
    }
  }

  /// Told when the server's models or its memory have changed.
  void setOnChanged(Runnable handler) {
    onChanged = handler;
  }

  private boolean isWorking() {
    return state.get() instanceof State.Working;
  }

  private void change(State.Working working, Change change, Message done) {
    change(working, change, done, this::failed);
  }

  private void change(
      State.Working working,
      Change change,
      Message done,
      Consumer<? super PortException> onFailed) {
    if (isWorking()) {
      return;
    }
    state.set(working);
    running =
        Optional.of(
            tasks.run(
                cancellation -> {
                  change.run(server.get(), cancellation);
                  return done;
                },
                text -> {
                  state.set(new State.Idle());
                  notices.show(Notices.Kind.SUCCESS, text);
                  onChanged.run();
                },
                onFailed));
  }

  private void failed(PortException failure) {
    state.set(
        failure.kind() == PortException.Kind.CANCELLED
            ? new State.Idle()
            : new State.Failed(failure.text()));
    onChanged.run();
  }
}
