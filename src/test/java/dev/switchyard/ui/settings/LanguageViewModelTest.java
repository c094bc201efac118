package dev.switchyard.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.preference.JsonPreferencesStore;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.domain.preference.PreferencesStore;
import dev.switchyard.fake.ImmediateTasks;
import dev.switchyard.ui.settings.LanguageViewModel.Consequence;
import dev.switchyard.ui.shell.NoticesViewModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageViewModelTest {
  @TempDir Path folder;
  private final List<String> restarts = new ArrayList<>();

  @Test
  void aChoiceIsKeptAndHoldsAfterARestart() throws PortException {
    var model = model(Optional.of(this::restart), true);
    assertThat(model.choices()).containsExactly("", "en", "de");
    assertThat(model.choice(model.preferencesProperty().get())).isEmpty();

    model.choose("de");

    assertThat(saved().language()).isEqualTo("de");
    assertThat(model.choice(model.preferencesProperty().get())).isEqualTo("de");
    assertThat(model.consequenceProperty().get()).isEqualTo(Consequence.RESTART_NOW);
    model.restart();
    assertThat(restarts).containsExactly("saved: de");
  }

  @Test
  void theLanguageThatIsSpokenAlreadyNeedsNoRestart() throws PortException {
    var model = model(Optional.of(this::restart), true);

    model.choose("en");

    assertThat(saved().language()).isEqualTo("en");
    assertThat(model.consequenceProperty().get()).isEqualTo(Consequence.NONE);
  }

  @Test
  void whoCannotStartAgainSaysWhenItHolds() {
    var model = model(Optional.empty(), true);

    model.choose("de");

    assertThat(model.consequenceProperty().get()).isEqualTo(Consequence.AFTER_RESTART);
  }

  @Test
  void aDemonstrationForgetsIt() {
    var model = model(Optional.of(this::restart), false);

    model.choose("de");

    assertThat(model.consequenceProperty().get()).isEqualTo(Consequence.FORGOTTEN);
  }

  private LanguageViewModel model(Optional<Runnable> restart, boolean kept) {
    var store = new JsonPreferencesStore(folder);
    var preferences =
        new PreferencesModel(
            new ImmediateTasks(),
            store,
            new NoticesViewModel(),
            new PreferencesStore.Loaded(Preferences.DEFAULT, Optional.empty()));
    return new LanguageViewModel(
        preferences,
        Locale.ENGLISH,
        tag -> tag.equals("de") ? Locale.GERMAN : Locale.ENGLISH,
        restart,
        kept);
  }

  private void restart() {
    try {
      restarts.add("saved: " + saved().language());
    } catch (PortException e) {
      throw new AssertionError(e);
    }
  }

  private Preferences saved() throws PortException {
    return new JsonPreferencesStore(folder).load().preferences();
  }
}
