package dev.switchyard.ui.overview;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.setup.LoadedNow;
import dev.switchyard.domain.setup.ReadLoaded;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is loaded now, and the two things to do about it: keep it, unload it.
public final class LoadedViewModel implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  /// Ollama writes a model that is kept for ever as one that ends in centuries.
  private static final Duration FOREVER = Duration.ofDays(3650);

  private final Tasks tasks;
  private final ModelServer server;
  private final Notices notices;
  private final InstantSource clock;
  private final Tasks.Poll poll;
  private final Consumer<List<LoadedModel>> listener;
  private final Set<String> changing = new HashSet<>();
  private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper asked = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Message>> elsewhere =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private List<Seen> loaded = List.of();

  /// A loaded model, and how long it stays as far as it is shown: what looks the same is equal.
  private record Seen(LoadedNow now, Until until) {}

  /// One loaded model.
  ///
  /// @param now what is known of it
  /// @param until how long it stays
  /// @param changing whether it is being kept or unloaded
  public record Row(LoadedNow now, Until until, boolean changing) {
    public LoadedModel model() {
      return now.model();
    }

    public boolean kept() {
      return until instanceof Until.Forever;
    }
  }

  /// How long a model stays in memory if nobody uses it.
  public sealed interface Until {
    record Forever() implements Until {}

    record Stopping() implements Until {}

    record In(Duration time) implements Until {}
  }

  /// @param listener told of every answer: the gauges show the models' shares
  public LoadedViewModel(
      Tasks tasks,
      ModelServer server,
      ReadLoaded reader,
      Notices notices,
      InstantSource clock,
      Consumer<List<LoadedModel>> listener) {
    this.tasks = tasks;
    this.server = server;
    this.notices = notices;
    this.clock = clock;
    this.listener = listener;
    this.poll = tasks.poll(INTERVAL, _ -> seen(reader.read()), this::show, this::failed);
  }

  public ReadOnlyObjectProperty<List<Row>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /// Why nothing can be said.
  public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Whether the server has answered, or could not: before, nothing is known of what is loaded.
  ReadOnlyBooleanProperty askedProperty() {
    return asked.getReadOnlyProperty();
  }

  /// What another machine's server tells of its memory, which cannot be seen from here; empty for
  /// one on this machine.
  public ReadOnlyObjectProperty<Optional<Message>> elsewhereProperty() {
    return elsewhere.getReadOnlyProperty();
  }

  public void setPaused(boolean paused) {
    poll.setPaused(paused);
  }

  public void refresh() {
    poll.refresh();
  }

  public void keep(LoadedModel model) {
    change(
        model,
        cancellation -> server.load(model.name(), ModelServer.KeepAlive.FOREVER, cancellation));
  }

  public void unload(LoadedModel model) {
    change(model, _ -> server.unload(model.name()));
  }

  private interface Change {
    void run(Cancellation cancellation) throws PortException;
  }

  private void change(LoadedModel model, Change change) {
    changing.add(model.digest());
    publish();
    tasks.run(
        cancellation -> {
          change.run(cancellation);
          return model;
        },
        this::changed,
        failure -> {
          notices.show(Notices.Kind.ERROR, failure.text());
          changed(model);
        });
  }

  private void changed(LoadedModel model) {
    changing.remove(model.digest());
    publish();
    poll.refresh();
  }

  private List<Seen> seen(List<LoadedNow> models) {
    var now = clock.instant();
    return models.stream().map(each -> new Seen(each, until(now, each.model()))).toList();
  }

  private void show(List<Seen> now) {
    loaded = now;
    asked.set(true);
    problem.set(Optional.empty());
    publish();
    elsewhere.set(server.url().isLoopback() ? Optional.empty() : Optional.of(told()));
    // Another machine's models hold nothing of this one's memory.
    listener.accept(
        server.url().isLoopback()
            ? now.stream().map(each -> each.now().model()).toList()
            : List.of());
  }

  private Message told() {
    return Message.of(
        "overview.loaded.elsewhere",
        server.url(),
        new Bytes(loaded.stream().mapToLong(each -> each.now().model().bytes()).sum()),
        new Bytes(loaded.stream().mapToLong(each -> each.now().model().vramBytes()).sum()));
  }

  private void failed(PortException failure) {
    loaded = List.of();
    asked.set(true);
    elsewhere.set(Optional.empty());
    problem.set(Optional.of(failure.text()));
    publish();
    listener.accept(List.of());
  }

  private void publish() {
    rows.set(
        loaded.stream()
            .map(each ->
                new Row(each.now(), each.until(), changing.contains(each.now().model().digest())))
            .toList());
  }

  private static Until until(Instant now, LoadedModel model) {
    var left = Duration.between(now, model.expiresAt());
    if (left.compareTo(FOREVER) > 0) {
      return new Until.Forever();
    }
    if (left.isNegative()) {
      return new Until.Stopping();
    }
    var unit = left.toMinutes() > 0 ? ChronoUnit.MINUTES : ChronoUnit.SECONDS;
    return new Until.In(left.truncatedTo(unit));
  }

  @Override
  public void close() {
    poll.close();
  }
}
