package dev.switchyard.ui.endpoint;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.health.Health;
import dev.switchyard.domain.health.HealthSubject;
import dev.switchyard.domain.health.HealthSubjects;
import dev.switchyard.ui.endpoint.Standing.Asked;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.Tasks;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// Asks endpoints how they are, all at once, when the person wishes it and never of its own accord.
public final class HealthViewModel {
  private final Tasks tasks;
  private final Wishes wishes;
  private final Check check;
  private final Clock clock;
  private final Notices notices;
  private final BooleanProperty firstToken = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Map<Target, Standing>> standings =
      new ReadOnlyObjectWrapper<>(Map.of());
  private Optional<Tasks.Running> test = Optional.empty();

  /// Tells what endpoints are to be checked for: the models that projects are routed to there.
  @FunctionalInterface
  public interface Wishes {
    /// @param firstToken whether a model of each is to answer too
    /// @throws PortException where the list of projects cannot be read
    List<HealthSubject> of(List<HealthSubject> bare, boolean firstToken) throws PortException;
  }

  /// Finds out how endpoints are, as `CheckHealth` does.
  @FunctionalInterface
  public interface Check {
    /// @param news told of each row as more of it is known; the last of each is complete
    /// @throws PortException CANCELLED
    List<Health> of(
        List<HealthSubject> subjects, Consumer<? super Health> news, Cancellation cancellation)
        throws PortException;
  }

  /// What was asked, and by what the person had said of it: an endpoint that was changed since is
  /// another one.
  public record Target(EndpointUrl url, Optional<EndpointProfile> profile) {
    static Target of(EndpointRow row) {
      return new Target(row.url(), row.profile());
    }
  }

  /// @param clock tells when an answer came
  public HealthViewModel(Tasks tasks, Wishes wishes, Check check, Clock clock, Notices notices) {
    this.tasks = tasks;
    this.wishes = wishes;
    this.check = check;
    this.clock = clock;
    this.notices = notices;
  }

  /// Whether a model of each is to answer too, for which its server may have to load it.
  public BooleanProperty firstTokenProperty() {
    return firstToken;
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// Changes whenever an endpoint stands otherwise; [#of] tells how.
  public ReadOnlyObjectProperty<Map<Target, Standing>> standingsProperty() {
    return standings.getReadOnlyProperty();
  }

  public Standing of(EndpointRow row) {
    return standings.get().getOrDefault(Target.of(row), new Standing.NotAsked());
  }

  /// Asks them. Does nothing while others are being asked.
  public void test(List<EndpointRow> rows) {
    if (running.get() || rows.isEmpty()) {
      return;
    }
    var asked = List.copyOf(rows);
    var asking = new HashMap<Target, Standing>();
    asked.forEach(row -> asking.put(Target.of(row), new Standing.Asking()));
    add(asking);
    running.set(true);
    boolean withToken = firstToken.get();
    test =
        Optional.of(
            tasks.<Map<Target, Asked>, Map<Target, Asked>>runWithProgress(
                (progress, cancellation) -> ask(asked, withToken, progress, cancellation),
                this::add,
                this::ended,
                this::failed));
  }

  /// What has not answered by now counts as not asked.
  public void stop() {
    test.ifPresent(Tasks.Running::cancel);
  }

  /// Hands on all that have answered each time, as a window sees only the newest.
  private Map<Target, Asked> ask(
      List<EndpointRow> rows,
      boolean withToken,
      Consumer<Map<Target, Asked>> progress,
      Cancellation cancellation)
      throws PortException {
    var bare = rows.stream().map(HealthViewModel::bare).toList();
    var subjects = wishes.of(bare, withToken);
    var answered = new HashMap<Target, Asked>();
    check.of(
        subjects,
        health -> {
          if (health.isComplete()) {
            answered.put(target(rows, subjects, health), new Asked(health, clock.instant()));
            progress.accept(Map.copyOf(answered));
          }
        },
        cancellation);
    return Map.copyOf(answered);
  }

  private static HealthSubject bare(EndpointRow row) {
    return HealthSubjects.bare(row.title(), row.kind(), row.url());
  }

  private static Target target(
      List<EndpointRow> rows, List<HealthSubject> subjects, Health health) {
    return Target.of(rows.get(subjects.indexOf(health.subject())));
  }

  private void add(Map<Target, ? extends Standing> news) {
    var all = new HashMap<>(standings.get());
    all.putAll(news);
    standings.set(Map.copyOf(all));
  }

  private void ended(Map<Target, Asked> answered) {
    add(answered);
    end();
  }

  private void failed(PortException failure) {
    end();
    if (failure.kind() != Kind.CANCELLED) {
      notices.show(Notices.Kind.WARNING, failure.text());
    }
  }

  private void end() {
    var all = new HashMap<>(standings.get());
    all.values().removeIf(Standing.Asking.class::isInstance);
    standings.set(Map.copyOf(all));
    test = Optional.empty();
    running.set(false);
  }
}
