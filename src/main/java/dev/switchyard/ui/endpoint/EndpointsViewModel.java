package dev.switchyard.ui.endpoint;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.detect.Detection;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.Endpoints;
import dev.switchyard.ui.shell.Navigator;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.shell.ScreenModel;
import dev.switchyard.ui.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The endpoints, the one that is looked at, and the form in which one is named.
public final class EndpointsViewModel implements ScreenModel {
  /// The command line writes the same file.
  private static final Duration INTERVAL = Duration.ofSeconds(4);

  private final Tasks tasks;
  private final Endpoints endpoints;
  private final EndpointSurroundings surroundings;
  private final Navigator navigator;
  private final Notices notices;
  private final DiscoveryViewModel discovery;
  private final RemovalViewModel removal;
  private final HealthViewModel health;
  private final Tasks.Poll poll;
  private final ObservableList<EndpointRow> rows = FXCollections.observableArrayList();
  private final BooleanBinding hasNamed =
      Bindings.createBooleanBinding(
          () -> rows.stream().anyMatch(row -> row.profile().isPresent()), rows);
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<EndpointRow>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<FormViewModel>> form =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Predicate<EndpointRow> wanted = EndpointRow::ofPanel;

  /// What was read, or why it could not be.
  private record Reading(List<EndpointRow> rows, Optional<Message> problem) {}

  public EndpointsViewModel(
      Tasks tasks,
      Endpoints endpoints,
      EndpointSurroundings surroundings,
      RemovalViewModel.Users users,
      HealthViewModel health,
      Navigator navigator,
      Notices notices) {
    this.tasks = tasks;
    this.endpoints = endpoints;
    this.surroundings = surroundings;
    this.health = health;
    this.navigator = navigator;
    this.notices = notices;
    this.discovery =
        new DiscoveryViewModel(
            tasks, endpoints, surroundings.detect(), rows, this::add, this::show);
    this.removal = new RemovalViewModel(tasks, endpoints, users, this::refresh);
    this.poll = tasks.poll(INTERVAL, _ -> read(), this::show, this::report);
  }

  /// In the order in which they are shown unless the person sorts them otherwise.
  public ObservableList<EndpointRow> rows() {
    return FXCollections.unmodifiableObservableList(rows);
  }

  /// Whether the person has named an endpoint, as far as that can be read.
  public BooleanBinding hasNamedProperty() {
    return hasNamed;
  }

  /// Why the file of endpoints cannot be read.
  public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<EndpointRow>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// The form that is open.
  public ReadOnlyObjectProperty<Optional<FormViewModel>> formProperty() {
    return form.getReadOnlyProperty();
  }

  public DiscoveryViewModel discovery() {
    return discovery;
  }

  public HealthViewModel health() {
    return health;
  }

  /// Asks all of them how they are.
  public void testAll() {
    health.test(rows);
  }

  public RemovalViewModel removal() {
    return removal;
  }

  @Override
  public void setShown(boolean shown) {
    poll.setPaused(!shown);
  }

  @Override
  public void refresh() {
    poll.refresh();
  }

  public void select(EndpointRow row) {
    wanted = row::isSameAs;
    selected.set(Optional.of(row));
  }

  /// Opens an empty form.
  public void add() {
    open(new FormViewModel(tasks, endpoints, surroundings, rows, Optional.empty(), this::saved));
  }

  /// Opens a form with what was found at an address.
  void add(Detection found) {
    add();
    form.get().ifPresent(opened -> opened.begin(found));
  }

  /// Opens the form of an endpoint; one that has no name yet gets it there.
  public void edit(EndpointRow row) {
    if (row.profile().isEmpty()) {
      add();
      form.get().ifPresent(opened -> opened.begin(row.url(), row.kind()));
      return;
    }
    open(new FormViewModel(tasks, endpoints, surroundings, rows, row.profile(), this::saved));
  }

  /// What was typed and not saved is gone, also from memory.
  public void closeForm() {
    form.get().ifPresent(FormViewModel::forget);
    form.set(Optional.empty());
  }

  private void open(FormViewModel opened) {
    closeForm();
    removal.dismiss();
    form.set(Optional.of(opened));
  }

  private void saved(EndpointProfile profile) {
    closeForm();
    show(profile);
  }

  /// Reads all anew, and looks at one.
  void show(EndpointProfile profile) {
    wanted = row -> row.name().equals(Optional.of(profile.name()));
    refresh();
  }

  /// Goes to where projects are routed.
  public void useForProject() {
    navigator.showProjects(Optional.empty());
  }

  /// Opens the folder in which the file of endpoints is.
  public void openFolder() {
    tasks.perform(
        _ -> surroundings.desktop().open(surroundings.folder()),
        () -> {},
        failure -> notices.show(Notices.Kind.WARNING, failure.text()));
  }

  private Reading read() {
    try {
      return new Reading(
          EndpointRow.all(surroundings.servers().get(), endpoints.all()), Optional.empty());
    } catch (PortException e) {
      return new Reading(
          EndpointRow.all(surroundings.servers().get(), List.of()), Optional.of(e.text()));
    }
  }

  private void show(Reading reading) {
    problem.set(reading.problem());
    var looked = wanted;
    rows.setAll(reading.rows());
    // A table selects by position, and tells so, while its rows are replaced.
    wanted = looked;
    selected.set(rows.stream().filter(wanted).findFirst().or(() -> Optional.of(rows.getFirst())));
  }

  private void report(PortException failure) {
    problem.set(Optional.of(failure.text()));
  }

  @Override
  public void close() {
    poll.close();
    health.stop();
    closeForm();
  }
}
