package dev.switchyard.ui.tray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.domain.preference.Preferences.WhenClosed;
import dev.switchyard.domain.preference.PreferencesStore;
import dev.switchyard.fake.ImmediateTasks;
import dev.switchyard.ui.settings.PreferencesModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.junit.jupiter.api.Test;

class ClosingViewModelTest {
  private final List<String> done = new ArrayList<>();
  private final List<Preferences> saved = new ArrayList<>();
  private final ReadOnlyBooleanWrapper inTray = new ReadOnlyBooleanWrapper(true);
  private final PreferencesModel preferences =
      new PreferencesModel(
          new ImmediateTasks(),
          new Store(),
          (_, _, _) -> {},
          new PreferencesStore.Loaded(Preferences.DEFAULT, Optional.empty()));
  private Optional<WhenClosed> answer = Optional.empty();
  private final ClosingViewModel closing =
      new ClosingViewModel(
          preferences,
          inTray.getReadOnlyProperty(),
          new Desk(),
          (tray, onAnswer) -> {
            done.add(tray ? "asked, tray" : "asked, no tray");
            answer.ifPresent(onAnswer);
          });

  private final class Store implements PreferencesStore {
    @Override
    public Loaded load() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void save(Preferences changed) {
      saved.add(changed);
    }
  }

  private final class Desk implements ClosingViewModel.Desk {
    @Override
    public void hide() {
      done.add("hidden");
    }

    @Override
    public void minimise() {
      done.add("minimised");
    }

    @Override
    public void quit() {
      done.add("quit");
    }
  }

  @Test
  void isAskedOnceAndRemembered() {
    answer = Optional.of(WhenClosed.STAY);

    closing.close();
    closing.close();

    assertThat(done).containsExactly("asked, tray", "hidden", "hidden");
    assertThat(saved).extracting(Preferences::whenClosed).containsExactly(WhenClosed.STAY);
  }

  @Test
  void withoutAnAnswerTheWindowStaysOpen() {
    closing.close();
    closing.close();

    assertThat(done).containsExactly("asked, tray", "asked, tray");
    assertThat(saved).isEmpty();
  }

  /// A hidden window without an icon would have no way back.
  @Test
  void withoutATrayTheWindowIsMinimised() {
    inTray.set(false);
    answer = Optional.of(WhenClosed.STAY);

    closing.close();

    assertThat(done).containsExactly("asked, no tray", "minimised");
  }

  @Test
  void quittingIsAnAnswerToo() {
    answer = Optional.of(WhenClosed.QUIT);

    closing.close();
    closing.close();

    assertThat(done).containsExactly("asked, tray", "quit", "quit");
  }
}
