package dev.switchyard.ui.settings;

import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.domain.preference.PreferencesStore;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.Tasks;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The preferences as the open window knows them: a change is at once in the property, and soon in
/// the file.
public final class PreferencesModel {
  private final Tasks tasks;
  private final PreferencesStore store;
  private final Notices notices;
  private final ReadOnlyObjectWrapper<Preferences> preferences;
  private Preferences saved;
  private boolean saving;
  private Optional<Runnable> whenSaved = Optional.empty();

  /// @param loaded what was read before the window opened
  public PreferencesModel(
      Tasks tasks, PreferencesStore store, Notices notices, PreferencesStore.Loaded loaded) {
    this.tasks = tasks;
    this.store = store;
    this.notices = notices;
    this.saved = loaded.preferences();
    this.preferences = new ReadOnlyObjectWrapper<>(loaded.preferences());
    loaded.problem().ifPresent(problem -> notices.show(Notices.Kind.WARNING, problem));
  }

  public ReadOnlyObjectProperty<Preferences> preferencesProperty() {
    return preferences.getReadOnlyProperty();
  }

  public Preferences get() {
    return preferences.get();
  }

  public void change(UnaryOperator<Preferences> change) {
    preferences.set(change.apply(preferences.get()));
    save();
  }

  /// Does something once everything that was changed is in the file; not where that cannot be
  /// written.
  public void whenSaved(Runnable action) {
    whenSaved = Optional.of(action);
    save();
  }

  /// One save at a time, so that the last change is the last one written.
  private void save() {
    var toSave = preferences.get();
    if (saving) {
      return;
    }
    if (toSave.equals(saved)) {
      var action = whenSaved;
      whenSaved = Optional.empty();
      action.ifPresent(Runnable::run);
      return;
    }
    saving = true;
    tasks.run(
        _ -> {
          store.save(toSave);
          return toSave;
        },
        done -> {
          saving = false;
          saved = done;
          save();
        },
        failure -> {
          saving = false;
          whenSaved = Optional.empty();
          notices.show(Notices.Kind.ERROR, failure.text());
        });
  }
}
