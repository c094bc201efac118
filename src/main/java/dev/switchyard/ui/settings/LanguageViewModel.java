package dev.switchyard.ui.settings;

import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.ui.text.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which language the texts are in. A start chooses it, once for all of them: a window half in one
/// language and half in another would be worse than a restart.
public final class LanguageViewModel {
  /// The choice that stands for the system's language.
  public static final String SYSTEM = "";

  private final PreferencesModel preferences;
  private final Locale inUse;
  private final Function<String, Locale> locales;
  private final Optional<Runnable> restart;
  private final boolean kept;
  private final ReadOnlyObjectWrapper<Consequence> consequence =
      new ReadOnlyObjectWrapper<>(Consequence.NONE);

  /// What the choice leads to.
  public enum Consequence {
    /// The texts are in this language already.
    NONE,
    AFTER_RESTART,
    /// So, and Switchyard can start itself again.
    RESTART_NOW,
    /// None, since the choice is not kept.
    FORGOTTEN
  }

  /// @param inUse what the texts are written in now
  /// @param locales what they would be written in after a choice
  /// @param restart ends the program and starts it again; empty where it does not know how
  /// @param kept whether the preferences outlive this run, which a demonstration's do not
  public LanguageViewModel(
      PreferencesModel preferences,
      Locale inUse,
      Function<String, Locale> locales,
      Optional<Runnable> restart,
      boolean kept) {
    this.preferences = preferences;
    this.inUse = inUse;
    this.locales = locales;
    this.restart = restart;
    this.kept = kept;
    preferences.preferencesProperty().subscribe(now -> consequence.set(of(now.language())));
  }

  /// The system's, then those that there are, by their tags.
  public List<String> choices() {
    return Stream.concat(Stream.of(SYSTEM), Stream.of(Language.values()).map(Language::tag))
        .toList();
  }

  /// The one of [#choices()] that the preferences mean: a tag that means none is the system's.
  public String choice(Preferences now) {
    return Language.of(now.language()).map(Language::tag).orElse(SYSTEM);
  }

  public ReadOnlyObjectProperty<Preferences> preferencesProperty() {
    return preferences.preferencesProperty();
  }

  public ReadOnlyObjectProperty<Consequence> consequenceProperty() {
    return consequence.getReadOnlyProperty();
  }

  public void choose(String tag) {
    preferences.change(before -> before.withLanguage(tag));
  }

  /// Only once the choice is in the file.
  public void restart() {
    restart.ifPresent(preferences::whenSaved);
  }

  private Consequence of(String tag) {
    if (locales.apply(tag).equals(inUse)) {
      return Consequence.NONE;
    }
    if (!kept) {
      return Consequence.FORGOTTEN;
    }
    return restart.isPresent() ? Consequence.RESTART_NOW : Consequence.AFTER_RESTART;
  }
}
