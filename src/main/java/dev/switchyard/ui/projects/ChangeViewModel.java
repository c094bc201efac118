package dev.switchyard.ui.projects;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import dev.switchyard.domain.route.Scope;
import dev.switchyard.domain.route.option.Level;
import dev.switchyard.domain.route.option.RouteOption;
import dev.switchyard.domain.route.option.RouteOptions;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.Tasks;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A change of files that is prepared, looked at, and then written or dropped.
public final class ChangeViewModel {
  private final Tasks tasks;
  private final Notices notices;
  private final Runnable undo;
  private final WrittenRoutes written;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());

  /// Where the change stands.
  public sealed interface State {
    record Idle() implements State {}

    record Preparing(Message title) implements State {}

    record Ready(Change change) implements State {}

    record Writing(Change change) implements State {}

    record Failed(Message title, Message reason) implements State {}
  }

  /// A change that is ready to be looked at.
  ///
  /// @param title what it is for
  /// @param files what it does to which files; empty where nothing needs to be written
  /// @param notes what to know about it
  /// @param scope which file is written, where the person may choose
  /// @param local the local route that it makes, where it makes one
  /// @param servers where that route may lead; none where there is no choice
  /// @param server the name of the one that it leads to
  /// @param models those of that server, where they are others than the screen's
  /// @param wish what the person has chosen so far
  /// @param again prepares the same change with another wish
  /// @param write carries it out and says what was done
  /// @param undoable whether the journal can take it back
  public record Change(
      Message title,
      List<FileChange> files,
      List<Message> notes,
      Optional<Scope> scope,
      Optional<LocalTarget> local,
      List<RouteServers.Named> servers,
      String server,
      Optional<List<String>> models,
      Wish wish,
      Variation again,
      Tasks.Work<Message> write,
      boolean undoable) {
    public Change {
      files = List.copyOf(files);
      notes = List.copyOf(notes);
      servers = List.copyOf(servers);
    }
  }

  /// What a person chooses of a change; the rest is proposed.
  ///
  /// @param scope the file
  /// @param server the name of the server, empty for the one that is routed to
  /// @param model the model
  /// @param contextTokens the length that a local route tells Claude Code
  /// @param options of a local route
  public record Wish(
      Optional<Scope> scope,
      Optional<String> server,
      Optional<String> model,
      Optional<Integer> contextTokens,
      RouteOptions options) {
    static final Wish NONE = model(Optional.empty());

    /// Only the model is chosen, if that.
    public static Wish model(Optional<String> name) {
      return new Wish(
          Optional.empty(), Optional.empty(), name, Optional.empty(), RouteOptions.UNNAMED);
    }

    Wish with(Scope another) {
      return new Wish(Optional.of(another), server, model, contextTokens, options);
    }

    Wish withContext(int tokens) {
      return new Wish(scope, server, model, Optional.of(tokens), options);
    }

    /// Another model has another context.
    Wish with(String another) {
      return new Wish(scope, server, Optional.of(another), Optional.empty(), options);
    }

    /// Another server has other models, and may need another file.
    Wish on(String another) {
      return new Wish(
          Optional.empty(), Optional.of(another), Optional.empty(), Optional.empty(), options);
    }

    Wish with(RouteOption option, Level level) {
      return new Wish(scope, server, model, contextTokens, options.with(option, level));
    }
  }

  /// How a change would be with another wish.
  @FunctionalInterface
  public interface Variation {
    Tasks.Work<Change> with(Wish wish);
  }

  /// @param undo takes the last switch back
  ChangeViewModel(Tasks tasks, Notices notices, Runnable undo, WrittenRoutes written) {
    this.tasks = tasks;
    this.notices = notices;
    this.undo = undo;
    this.written = written;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Works a change out; what was looked at before is dropped.
  // Another preparation under the same title is not this one.
  @SuppressWarnings("ReferenceEquality")
  public void prepare(Message title, Tasks.Work<Change> work) {
    var preparing = new State.Preparing(title);
    state.set(preparing);
    tasks.run(
        work,
        change -> {
          if (state.get() == preparing) {
            state.set(new State.Ready(change));
          }
        },
        failure -> {
          if (state.get() == preparing) {
            state.set(new State.Failed(title, failure.text()));
          }
        });
  }

  public void chooseScope(Scope scope) {
    if (state.get() instanceof State.Ready(var change)
        && !change.scope().equals(Optional.of(scope))) {
      prepare(change, change.wish().with(scope));
    }
  }

  public void chooseModel(String model) {
    if (state.get() instanceof State.Ready(var change)
        && !change.local().map(LocalTarget::model).equals(Optional.of(model))) {
      prepare(change, change.wish().with(model));
    }
  }

  public void chooseServer(String name) {
    if (state.get() instanceof State.Ready(var change) && !change.server().equals(name)) {
      prepare(change, change.wish().on(name));
    }
  }

  public void chooseLevel(RouteOption option, Level level) {
    if (state.get() instanceof State.Ready(var change)
        && change
            .local()
            .filter(local -> !local.options().level(option).equals(level))
            .isPresent()) {
      prepare(change, change.wish().with(option, level));
    }
  }

  private void prepare(Change change, Wish wish) {
    prepare(change.title(), change.again().with(wish));
  }

  public void write() {
    if (state.get() instanceof State.Ready(var change)) {
      state.set(new State.Writing(change));
      tasks.run(
          change.write(),
          done -> {
            state.set(new State.Idle());
            notices.show(Notices.Kind.SUCCESS, done, undoOf(change));
            written.announce();
          },
          failure -> state.set(new State.Failed(change.title(), failure.text())));
    }
  }

  public void cancel() {
    state.set(new State.Idle());
  }

  private Optional<Notices.Action> undoOf(Change change) {
    return change.undoable() && !change.files().isEmpty()
        ? Optional.of(new Notices.Action("projects.undo", undo))
        : Optional.empty();
  }
}
