package dev.switchyard.ui.models;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.capability.HeldReports;
import dev.switchyard.domain.capability.ReportStore;
import dev.switchyard.domain.model.Ability;
import dev.switchyard.domain.model.FreeSpace;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.ui.shell.Navigator;
import dev.switchyard.ui.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// What the Models screen shows: the server's models with what is loaded of them, which one is
/// selected, and whether the server is there at all.
public final class ModelsViewModel {
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  /// What the screen is about at the moment.
  public sealed interface State {
    /// Nothing is known yet.
    record Asking() implements State {}

    /// @param text why, and what to do next
    record Unreachable(Message text) implements State {}

    /// There is a server without models.
    record Empty() implements State {}

    /// @param models how many there are, whatever the filter hides
    /// @param bytes what they take on disk, where layers that several share count for each
    record Listed(int models, long bytes) implements State {}
  }

  private record Answer(
      List<InstalledModel> installed, List<ModelRow> rows, Known<Long> freeBytes) {}

  private final Supplier<? extends ModelServer> server;
  private final Supplier<ReportStore> reports;
  private final FreeSpace disk;
  private final Navigator navigator;
  private final Tasks.Poll poll;
  private final PullViewModel pull;
  private final ModelActionsViewModel actions;

  private final ObservableList<ModelRow> rows = FXCollections.observableArrayList();
  private final FilteredList<ModelRow> shownRows = new FilteredList<>(rows);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Asking());
  private final ReadOnlyObjectWrapper<Optional<ModelRow>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// @param server asked for at each turn, since the settings may name another one
  /// @param reports what the models were seen to do; read with each turn, away from the window
  public ModelsViewModel(
      Supplier<? extends ModelServer> server,
      Supplier<ReportStore> reports,
      FreeSpace disk,
      Tasks tasks,
      Navigator navigator,
      PullViewModel pull,
      ModelActionsViewModel actions) {
    this.server = server;
    this.reports = reports;
    this.disk = disk;
    this.navigator = navigator;
    this.pull = pull;
    this.actions = actions;
    this.poll = tasks.poll(INTERVAL, _ -> ask(), this::show, this::showFailure);
    filter.addListener((_, _, words) -> applyFilter(words));
    pull.setOnBuild(this::openInEditor);
    pull.setOnChanged(poll::refresh);
    actions.setOnChanged(poll::refresh);
  }

  public void setShown(boolean shown) {
    poll.setPaused(!shown);
    if (shown) {
      pull.askForRecommendations();
      pull.judge();
    }
  }

  public void refresh() {
    poll.refresh();
    pull.askForRecommendations();
    pull.judge();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The rows that the filter lets through, in the server's order.
  public ObservableList<ModelRow> rows() {
    return shownRows;
  }

  public StringProperty filterProperty() {
    return filter;
  }

  public ReadOnlyObjectProperty<Optional<ModelRow>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  public void select(Optional<ModelRow> row) {
    if (!selected.get().map(ModelRow::name).equals(row.map(ModelRow::name))) {
      actions.dismiss();
    }
    selected.set(row);
  }

  public PullViewModel pull() {
    return pull;
  }

  public ModelActionsViewModel actions() {
    return actions;
  }

  /// Opens the selected model in the Modelfile editor, to build a variant of it.
  public void buildVariant() {
    selected.get().map(ModelRow::name).ifPresent(this::openInEditor);
  }

  /// Opens the selected model on the Capabilities screen, to find out what it really does.
  public void probe() {
    selected
        .get()
        .filter(row -> !row.model().isCloud())
        .ifPresent(row -> navigator.showCapabilities(row.name().toString()));
  }

  private void openInEditor(ModelName name) {
    navigator.showModelfile(Optional.of(name.toString()));
  }

  /// Where the server can be started.
  public void openOverview() {
    navigator.showOverview();
  }

  /// What is hidden is not selected either: nobody deletes a model that they do not see.
  private void applyFilter(String words) {
    shownRows.setPredicate(row -> row.matches(words));
    if (selected.get().filter(shownRows::contains).isEmpty()) {
      select(shownRows.stream().findFirst());
    }
  }

  private Answer ask() throws PortException {
    var asked = server.get();
    var installed = asked.installed();
    // What it does not tell is in no row; the models are listed all the same.
    var loaded =
        asked.abilities().contains(Ability.LOADED) ? asked.loaded() : List.<LoadedModel>of();
    var held = new HeldReports(reports.get(), asked);
    var all = installed.stream().map(one -> ModelRow.of(one, loaded, held.standing(one))).toList();
    return new Answer(installed, all, disk.forModelsOf(asked.url()));
  }

  private void show(Answer answer) {
    pull.setSurroundings(answer.installed(), answer.freeBytes());
    var fresh = answer.rows();
    if (!fresh.equals(rows)) {
      // The table forgets its selection while the rows change.
      var before = selected.get().map(ModelRow::name);
      rows.setAll(fresh);
      selected.set(before.flatMap(this::row).or(() -> shownRows.stream().findFirst()));
    }
    long bytes =
        answer.installed().stream()
            .flatMap(model -> model.bytes().toOptional().stream())
            .mapToLong(Long::longValue)
            .sum();
    state.set(fresh.isEmpty() ? new State.Empty() : new State.Listed(fresh.size(), bytes));
  }

  private void showFailure(PortException failure) {
    rows.clear();
    selected.set(Optional.empty());
    state.set(new State.Unreachable(failure.text()));
  }

  private Optional<ModelRow> row(ModelName name) {
    return rows.stream().filter(row -> row.name().equals(name)).findFirst();
  }
}
