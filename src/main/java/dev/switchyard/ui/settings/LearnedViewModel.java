package dev.switchyard.ui.settings;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.truth.Lessons;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.Tasks;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// What was learned from loads, and forgetting it.
public final class LearnedViewModel {
  private final Tasks tasks;
  private final Lessons lessons;
  private final Notices notices;
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();

  public LearnedViewModel(Tasks tasks, Lessons lessons, Notices notices) {
    this.tasks = tasks;
    this.lessons = lessons;
    this.notices = notices;
  }

  /// How many loads are remembered.
  public ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  public void refresh() {
    tasks.run(_ -> lessons.all().size(), count::set, this::failed);
  }

  public void forget() {
    tasks.perform(_ -> lessons.forget(), this::refresh, this::failed);
  }

  private void failed(PortException failure) {
    notices.show(Notices.Kind.ERROR, failure.text());
  }
}
