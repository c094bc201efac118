package dev.switchyard.ui.overview;

import dev.switchyard.domain.alarm.FindAlarms;
import dev.switchyard.domain.alarm.ProjectAlarm;
import dev.switchyard.domain.context.Mend;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.ui.session.CutNotices;
import dev.switchyard.ui.shell.Navigator;
import dev.switchyard.ui.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What needs a person's hand in any project, and the way to it.
public final class AlarmsViewModel implements AutoCloseable {
  /// A reply takes longer than this, and what is changed in this window is read at once.
  private static final Duration INTERVAL = Duration.ofSeconds(20);

  private final Navigator navigator;
  private final Mender mender;
  private final CutNotices cuts;
  private final Tasks.Poll poll;
  private final ReadOnlyObjectWrapper<List<ProjectAlarm>> alarms =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper mending = new ReadOnlyBooleanWrapper();
  private boolean screenShown;
  private boolean whole;

  /// Makes a project's contexts agree, or shows what it would change.
  @FunctionalInterface
  public interface Mender {
    /// @param ended told when there is nothing more to wait for
    void mend(ProjectRoute row, Mend mend, Runnable ended);
  }

  public AlarmsViewModel(
      Tasks tasks, FindAlarms finder, Navigator navigator, Mender mender, CutNotices cuts) {
    this.navigator = navigator;
    this.mender = mender;
    this.cuts = cuts;
    // Why projects or sessions cannot be read is said where they are listed.
    this.poll = tasks.poll(INTERVAL, _ -> finder.read(), this::show, _ -> alarms.set(List.of()));
  }

  /// The worst first.
  public ReadOnlyObjectProperty<List<ProjectAlarm>> alarmsProperty() {
    return alarms.getReadOnlyProperty();
  }

  /// Whether something is being mended that takes its time.
  public ReadOnlyBooleanProperty mendingProperty() {
    return mending.getReadOnlyProperty();
  }

  /// What mends it from here.
  public static Optional<Mend> mendOf(ProjectAlarm alarm) {
    return switch (alarm) {
      case ProjectAlarm.Contexts(_, var breach) ->
          Optional.of(breach.mend()).filter(_ -> breach.canBeMended());
      case ProjectAlarm.Cut _ -> Optional.empty();
    };
  }

  public void mend(ProjectAlarm.Contexts alarm) {
    mending.set(true);
    mender.mend(
        alarm.row(),
        alarm.breach().mend(),
        () -> {
          mending.set(false);
          poll.refresh();
        });
  }

  public void showProject(ProjectAlarm alarm) {
    navigator.showProjects(Optional.of(alarm.project().folder()));
  }

  /// Something has changed that contexts depend on.
  public void refresh() {
    poll.refresh();
  }

  public void setScreenShown(boolean shown) {
    screenShown = shown;
    follow();
  }

  /// Before the whole screen is there, nothing is read.
  public void setWhole(boolean isWhole) {
    whole = isWhole;
    follow();
  }

  private void follow() {
    poll.setPaused(!screenShown || !whole);
  }

  private void show(List<ProjectAlarm> now) {
    alarms.set(now);
    for (var alarm : now) {
      if (alarm instanceof ProjectAlarm.Cut(var project, var cut)) {
        cuts.tell(project.folder(), cut);
      }
    }
  }

  @Override
  public void close() {
    poll.close();
  }
}
