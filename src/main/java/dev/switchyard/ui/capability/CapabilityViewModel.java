package dev.switchyard.ui.capability;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.capability.HeldReports;
import dev.switchyard.domain.capability.ModelReadiness;
import dev.switchyard.domain.capability.ProbeGroup;
import dev.switchyard.domain.capability.ProbeModel;
import dev.switchyard.domain.capability.Report;
import dev.switchyard.domain.capability.ReportStore;
import dev.switchyard.domain.capability.Standing;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.ui.shell.Navigator;
import dev.switchyard.ui.shell.ScreenModel;
import dev.switchyard.ui.task.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the Capabilities screen shows: the models' columns, which cell is looked at, and which
/// model is probed next.
public final class CapabilityViewModel implements ScreenModel {
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  /// The probes' ids from top to bottom.
  public static final List<String> ROWS =
      Stream.of(ProbeGroup.values()).flatMap(group -> group.probes().stream()).toList();

  /// What the screen is about at the moment.
  public sealed interface State {
    /// Nothing is known yet.
    record Asking() implements State {}

    /// @param text why, and what to do next
    record Unreachable(Message text) implements State {}

    /// There is a server without a model that could be probed.
    record NoModels() implements State {}

    record Listed() implements State {}
  }

  /// Where a row crosses a column.
  public record Place(String probe, ModelName model) {}

  private record Probable(InstalledModel model, Standing standing) {}

  private final Supplier<? extends ModelServer> server;
  private final Supplier<ReportStore> reports;
  private final Navigator navigator;
  private final Tasks.Poll poll;
  private final ProbeRunModel run;
  private List<Probable> models = List.of();

  /// Kept just now, and not yet read again.
  private Optional<Report> fresh = Optional.empty();

  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Asking());
  private final ObservableList<Column> columns = FXCollections.observableArrayList();
  private final ObservableList<ModelName> choices = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable ModelName> chosen = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Optional<Place>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// @param server asked for at each turn, since the settings may name another one
  public CapabilityViewModel(
      Supplier<? extends ModelServer> server,
      Supplier<ReportStore> reports,
      Supplier<ProbeModel> probes,
      Tasks tasks,
      Navigator navigator) {
    this.server = server;
    this.reports = reports;
    this.navigator = navigator;
    this.poll = tasks.poll(INTERVAL, _ -> ask(), this::show, this::showFailure);
    this.run = new ProbeRunModel(tasks, server, probes, this::showKept);
    run.stateProperty().addListener((_, _, _) -> layOut());
  }

  @Override
  public void setShown(boolean shown) {
    poll.setPaused(!shown);
  }

  @Override
  public void refresh() {
    poll.refresh();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The one that is being probed, then those with a report, the newest one first.
  public ObservableList<Column> columns() {
    return columns;
  }

  /// What can be probed, the likeliest one first.
  public ObservableList<ModelName> choices() {
    return choices;
  }

  /// The model that is probed next; null where there is none.
  public ObjectProperty<@Nullable ModelName> chosenProperty() {
    return chosen;
  }

  /// As [#chosenProperty], also before the server's models are known.
  public void choose(ModelName model) {
    chosen.set(model);
    columns.stream()
        .filter(column -> column.model().equals(model))
        .findFirst()
        .ifPresent(column -> select(new Place(ROWS.getFirst(), column.model())));
  }

  public ProbeRunModel run() {
    return run;
  }

  /// Probes the model that is chosen.
  public void probe() {
    var model = chosen.get();
    if (model != null) {
      run.start(model, standing(model).flatMap(Standing::last));
    }
  }

  /// Probes a model that is looked at.
  public void probe(ModelName model) {
    choose(model);
    probe();
  }

  /// What the last report of a model is worth; empty where there is no such model.
  public Optional<Standing> standing(ModelName model) {
    return find(model).map(Probable::standing);
  }

  public Optional<ModelReadiness> readiness(Column column) {
    return find(column.model())
        .map(one ->
            ModelReadiness.of(
                one.model(),
                column instanceof Column.Probed(var report)
                    ? new Standing.Holds(report)
                    : one.standing()));
  }

  private Optional<Probable> find(ModelName model) {
    return models.stream().filter(one -> one.model().name().equals(model)).findFirst();
  }

  public ReadOnlyObjectProperty<Optional<Place>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  public void select(Place place) {
    selected.set(Optional.of(place));
  }

  /// Goes on to a neighbouring cell; at the edges it stays.
  public void move(int rows, int across) {
    selected
        .get()
        .ifPresent(from -> {
          int row = Math.clamp(ROWS.indexOf(from.probe()) + rows, 0, ROWS.size() - 1);
          int column = Math.clamp(indexOf(from.model()) + across, 0, columns.size() - 1);
          select(new Place(ROWS.get(row), columns.get(column).model()));
        });
  }

  /// The column that the selected cell is in.
  public Optional<Column> selectedColumn() {
    return selected
        .get()
        .map(Place::model)
        .map(this::indexOf)
        .filter(i -> i >= 0)
        .map(columns::get);
  }

  private int indexOf(ModelName model) {
    return columns.stream().map(Column::model).toList().indexOf(model);
  }

  /// Where the server can be started.
  public void openOverview() {
    navigator.showOverview();
  }

  /// Where a model can be pulled.
  public void openModels() {
    navigator.showModels(Optional.empty());
  }

  private List<Probable> ask() throws PortException {
    var asked = server.get();
    var held = new HeldReports(reports.get(), asked);
    return asked.installed().stream()
        .filter(CapabilityViewModel::canBeProbed)
        .sorted(ClaudeCodeReadiness.BEST_FIRST)
        .map(model -> new Probable(model, held.standing(model)))
        .toList();
  }

  private static boolean canBeProbed(InstalledModel model) {
    return !model.isCloud()
        && model
            .capabilities()
            .toOptional()
            .map(capabilities -> capabilities.contains(Capability.COMPLETION))
            .orElse(true);
  }

  private void show(List<Probable> answer) {
    models = answer;
    fresh = Optional.empty();
    var names = answer.stream().map(one -> one.model().name()).toList();
    if (!names.equals(choices)) {
      // A box forgets what is chosen in it while its items change.
      var before = chosen.get();
      choices.setAll(names);
      chosen.set(before != null && names.contains(before) ? before : first(names));
    }
    state.set(names.isEmpty() ? new State.NoModels() : new State.Listed());
    layOut();
  }

  private static @Nullable ModelName first(List<ModelName> names) {
    return names.isEmpty() ? null : names.getFirst();
  }

  private void showFailure(PortException failure) {
    state.set(new State.Unreachable(failure.text()));
  }

  private void showKept(Report report) {
    fresh = Optional.of(report);
    poll.refresh();
  }

  private void layOut() {
    var all = new ArrayList<Column>();
    if (run.stateProperty().get() instanceof ProbeRunModel.State.Probing probing) {
      all.add(new Column.Running(probing.model(), probing.findings(), probing.asked()));
    }
    fresh.map(Column.Probed::new).ifPresent(all::add);
    reported(Column.Probed.class).forEach(all::add);
    reported(Column.Outdated.class).forEach(all::add);
    var seen = new ArrayList<ModelName>();
    all.removeIf(column -> seen.contains(column.model()) || !seen.add(column.model()));
    if (!all.equals(columns)) {
      columns.setAll(all);
    }
    if (selectedColumn().isEmpty()) {
      selected.set(
          all.stream().findFirst().map(column -> new Place(ROWS.getFirst(), column.model())));
    }
  }

  /// Those of one kind, the newest one first.
  private Stream<Column> reported(Class<? extends Column> kind) {
    return models.stream()
        .filter(one -> one.standing().last().isPresent())
        .sorted(
            Comparator.comparing(
                (Probable one) -> one.standing().last().map(Report::at).orElse(Instant.MIN),
                Comparator.reverseOrder()))
        .map(CapabilityViewModel::column)
        .filter(kind::isInstance);
  }

  private static Column column(Probable one) {
    return one.standing() instanceof Standing.Holds(var report)
        ? new Column.Probed(report)
        : new Column.Outdated(one.model().name(), one.standing());
  }

  @Override
  public void close() {
    poll.close();
  }
}
