package dev.switchyard.ui.models;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.FreeSpace;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.model.PullModel;
import dev.switchyard.domain.model.PullSuggestions;
import dev.switchyard.domain.model.PullSuggestions.Suggestion;
import dev.switchyard.domain.model.Recommendation;
import dev.switchyard.domain.model.TransferMeter;
import dev.switchyard.domain.model.TransferProgress;
import dev.switchyard.domain.setup.BestModel;
import dev.switchyard.domain.setup.FitsMachine;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.Tasks;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// Pulling a model: what is worth it, the pull that is under way, and what became of the last one.
/// A pull goes on while another screen is shown.
public final class PullViewModel {
  /// Where the pull stands.
  public sealed interface State {
    /// Nothing was pulled yet, or the person has seen the result.
    record Idle() implements State {}

    /// @param reading empty until the server has said something
    /// @param stopping whether the person has cancelled
    record Running(ModelName name, Optional<TransferMeter.Reading> reading, boolean stopping)
        implements State {}

    /// The person cancelled; what has come is kept on the server's disk.
    record Stopped(ModelName name, Optional<TransferProgress> progress) implements State {}

    /// @param text why, and what to do next
    record Failed(ModelName name, Message text) implements State {}

    record Done(ModelName name) implements State {}
  }

  private final Supplier<? extends ModelServer> server;
  private final FreeSpace disk;
  private final FitsMachine fits;
  private final Tasks tasks;
  private final Notices notices;
  private final Clock clock;

  private final StringProperty name = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private final ReadOnlyObjectWrapper<Optional<Message>> nameError =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Known<Long>> freeBytes =
      new ReadOnlyObjectWrapper<>(Known.unknown(Message.of("models.disk.asking")));
  private final ObservableList<Suggestion> suggestions = FXCollections.observableArrayList();
  private final FilteredList<Suggestion> shownSuggestions = new FilteredList<>(suggestions);

  private final BooleanProperty all = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Map<ModelName, Message>> verdicts =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<Optional<BestModel>> best =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private List<InstalledModel> installed = List.of();
  private List<Recommendation> recommendations = List.of();
  private Optional<Tasks.Running> running = Optional.empty();
  private Runnable onChanged = () -> {};
  private Consumer<? super ModelName> onBuild = _ -> {};

  public PullViewModel(
      Supplier<? extends ModelServer> server,
      FreeSpace disk,
      FitsMachine fits,
      Tasks tasks,
      Notices notices,
      Clock clock) {
    this.server = server;
    this.disk = disk;
    this.fits = fits;
    this.tasks = tasks;
    this.notices = notices;
    this.clock = clock;
    name.addListener((_, _, _) -> nameChanged());
    all.addListener((_, _, _) -> filter());
    filter();
  }

  /// What a person types.
  public StringProperty nameProperty() {
    return name;
  }

  /// What is wrong with the name, shown at its field.
  public ReadOnlyObjectProperty<Optional<Message>> nameErrorProperty() {
    return nameError.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Free bytes on the disk that holds the models.
  public ReadOnlyObjectProperty<Known<Long>> freeBytesProperty() {
    return freeBytes.getReadOnlyProperty();
  }

  /// The suggestions that go with what is typed.
  public ObservableList<Suggestion> suggestions() {
    return shownSuggestions;
  }

  /// Whether the whole catalogue is offered, not only what most people take.
  public BooleanProperty allProperty() {
    return all;
  }

  /// What each model of the catalogue makes of the memory, computed before it is pulled; empty
  /// until that is known.
  public ReadOnlyObjectProperty<Map<ModelName, Message>> verdictsProperty() {
    return verdicts.getReadOnlyProperty();
  }

  /// The best of them for this machine, or the planned one.
  public ReadOnlyObjectProperty<Optional<BestModel>> bestProperty() {
    return best.getReadOnlyProperty();
  }

  /// Pulls what is typed.
  public void pull() {
    ModelName.parse(name.get())
        .ifPresentOrElse(
            this::pull,
            () ->
                nameError.set(
                    Optional.of(
                        Message.of(
                            name.get().isBlank() ? "models.pull.no-name" : "models.pull.bad-name",
                            name.get()))));
  }

  /// Does nothing while another pull is under way.
  public void pull(ModelName model) {
    if (state.get() instanceof State.Running) {
      return;
    }
    nameError.set(Optional.empty());
    state.set(new State.Running(model, Optional.empty(), false));
    var meter = new TransferMeter();
    running =
        Optional.of(
            tasks.<TransferProgress, ModelName>runWithProgress(
                (progress, cancellation) -> {
                  new PullModel(server.get(), disk).pull(model, progress, cancellation);
                  return model;
                },
                progress -> show(meter.report(clock.instant(), progress)),
                this::done,
                failure -> failed(model, failure)));
  }

  public void cancel() {
    if (state.get() instanceof State.Running(var model, var reading, _)) {
      state.set(new State.Running(model, reading, true));
      running.ifPresent(Tasks.Running::cancel);
    }
  }

  /// Goes on with a pull that was stopped or that failed: the server still has what had come.
  public void resume() {
    switch (state.get()) {
      case State.Stopped(var model, _) -> pull(model);
      case State.Failed(var model, _) -> pull(model);
      default -> {
        // Nothing to go on with.
      }
    }
  }

  public void dismiss() {
    if (!(state.get() instanceof State.Running)) {
      state.set(new State.Idle());
    }
  }

  /// The next step after a pull: a variant with enough context.
  public void buildVariant() {
    if (state.get() instanceof State.Done(var model)) {
      onBuild.accept(model);
    }
  }

  /// Opens the editor for a model.
  void setOnBuild(Consumer<? super ModelName> handler) {
    onBuild = handler;
  }

  /// Told when the server has a model more.
  void setOnChanged(Runnable handler) {
    onChanged = handler;
  }

  void setSurroundings(List<InstalledModel> models, Known<Long> free) {
    freeBytes.set(free);
    if (!installed.equals(models)) {
      installed = models;
      suggest();
      judge();
    }
  }

  /// They change every few hours at most: asked for when the screen is shown. The catalogue's are
  /// there at once; not before, since to read it would make the window's start longer.
  void askForRecommendations() {
    suggest();
    tasks.run(
        _ -> server.get().recommendations(),
        found -> {
          recommendations = found;
          suggest();
        },
        _ -> {
          // The list of models says already that the server is not there; the catalogue needs none.
        });
  }

  /// Memory fills and empties: computed anew when the screen is shown, and when a model came.
  void judge() {
    tasks.run(
        _ -> fits.available(),
        rows -> {
          best.set(BestModel.of(rows));
          verdicts.set(
              rows.stream()
                  .collect(
                      Collectors.toMap(
                          row -> row.entry().name(), FitsMachine.Row::sentence, (a, _) -> a)));
        },
        _ -> {
          // Without a reading of the memory the publisher's words stand.
          best.set(Optional.empty());
          verdicts.set(Map.of());
        });
  }

  private void suggest() {
    suggestions.setAll(PullSuggestions.of(recommendations, installed));
  }

  private void nameChanged() {
    nameError.set(Optional.empty());
    filter();
  }

  private void filter() {
    var typed = name.get().strip().toLowerCase(Locale.ROOT);
    boolean offerAll = all.get() || !typed.isEmpty();
    shownSuggestions.setPredicate(suggestion ->
        (offerAll || suggestion.usual())
            && suggestion.name().toString().toLowerCase(Locale.ROOT).contains(typed));
  }

  private void show(TransferMeter.Reading reading) {
    if (state.get() instanceof State.Running(var model, _, var stopping)) {
      state.set(new State.Running(model, Optional.of(reading), stopping));
    }
  }

  private void done(ModelName model) {
    state.set(new State.Done(model));
    name.set("");
    notices.show(
        Notices.Kind.SUCCESS,
        Message.of("models.pull.done", model.shortText()),
        Optional.of(new Notices.Action("models.action.build", () -> onBuild.accept(model))));
    onChanged.run();
  }

  private void failed(ModelName model, PortException failure) {
    var progress =
        state.get() instanceof State.Running(_, var reading, _)
            ? reading.map(TransferMeter.Reading::progress)
            : Optional.<TransferProgress>empty();
    if (failure.kind() == PortException.Kind.CANCELLED) {
      state.set(new State.Stopped(model, progress));
    } else {
      state.set(new State.Failed(model, failure.text()));
      notices.show(
          Notices.Kind.ERROR, Message.of("models.pull.failed", model.shortText(), failure.text()));
    }
    onChanged.run();
  }
}
