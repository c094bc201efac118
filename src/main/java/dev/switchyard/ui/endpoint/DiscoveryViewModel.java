package dev.switchyard.ui.endpoint;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.detect.DetectEndpoint;
import dev.switchyard.domain.endpoint.detect.Detection;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.Endpoints;
import dev.switchyard.domain.endpoint.profile.ProposedName;
import dev.switchyard.domain.endpoint.profile.TimeLimits;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import dev.switchyard.ui.task.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/// Looks for servers at this machine's standard ports, and offers what it finds.
public final class DiscoveryViewModel {
  private final Tasks tasks;
  private final Endpoints endpoints;
  private final DetectEndpoint detect;
  private final ObservableList<EndpointRow> rows;
  private final Consumer<Detection> onQuestion;
  private final Consumer<EndpointProfile> onAdded;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.None());

  /// How far it is.
  public sealed interface State {
    record None() implements State {}

    record Looking() implements State {}

    record Looked(List<Detection> found) implements State {}

    record Failed(Message reason) implements State {}
  }

  /// @param rows what is listed
  /// @param onQuestion told of what cannot be named without asking the person
  /// @param onAdded told of what was named
  DiscoveryViewModel(
      Tasks tasks,
      Endpoints endpoints,
      DetectEndpoint detect,
      ObservableList<EndpointRow> rows,
      Consumer<Detection> onQuestion,
      Consumer<EndpointProfile> onAdded) {
    this.tasks = tasks;
    this.endpoints = endpoints;
    this.detect = detect;
    this.rows = rows;
    this.onQuestion = onQuestion;
    this.onAdded = onAdded;
  }

  /// What is listed.
  public ObservableList<EndpointRow> rows() {
    return rows;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Does nothing while it is under way.
  public void look() {
    if (state.get() instanceof State.Looking) {
      return;
    }
    state.set(new State.Looking());
    tasks.run(
        _ -> detect.onStandardPorts(),
        found -> state.set(new State.Looked(found)),
        failure -> state.set(new State.Failed(failure.text())));
  }

  public void dismiss() {
    state.set(new State.None());
  }

  /// The row of what was found, where it is listed already. On the loopback the port decides: a
  /// server may be written with a name or an address there.
  public Optional<EndpointRow> listed(Detection found) {
    return rows.stream().filter(row -> isSame(row.url(), found.url())).findFirst();
  }

  private static boolean isSame(EndpointUrl one, EndpointUrl other) {
    return one.isLoopback() && other.isLoopback() && one.port() == other.port();
  }

  /// Whether it can be named without a question: it is known what it is, and it asks for nothing.
  public boolean isPlain(Detection found) {
    return found.kind().toOptional().isPresent()
        && found.certainty() != Detection.Certainty.GUESS
        && !found.asksForToken();
  }

  /// Names what is plain at once; asks the rest in the form.
  public void add(Detection found) {
    var kind = found.kind().toOptional();
    if (kind.isEmpty() || !isPlain(found)) {
      onQuestion.accept(found);
      return;
    }
    var taken = rows.stream().flatMap(row -> row.name().stream()).collect(Collectors.toSet());
    tasks.run(
        _ -> {
          var profile =
              EndpointProfile.of(
                  ProposedName.of(found.url(), kind, taken),
                  kind.get(),
                  found.url(),
                  new TokenSource.None(),
                  Optional.empty(),
                  TimeLimits.USUAL);
          endpoints.add(profile, false);
          return profile;
        },
        onAdded,
        this::failed);
  }

  private void failed(PortException failure) {
    state.set(new State.Failed(failure.text()));
  }
}
