package dev.switchyard.ui.capability;

import dev.switchyard.domain.capability.ModelReadiness;
import dev.switchyard.ui.component.Badge;
import dev.switchyard.ui.component.StateDot;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.text.Texts;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;

/// Whether Claude Code can work with a model, in one or two words; the tooltip says why. Green is
/// only what was measured.
public final class ReadinessBadge {
  private ReadinessBadge() {}

  public static Badge of(ModelReadiness readiness, Texts texts) {
    var badge = new Badge(texts.text(key(readiness.level())), tone(readiness.level()));
    var why = texts.text(readiness.reason());
    badge.setGraphic(new StateDot(sign(readiness.level()), why));
    badge.setContentDisplay(ContentDisplay.LEFT);
    badge.setMinWidth(Badge.USE_PREF_SIZE);
    badge.setTooltip(new Tooltip(why));
    return badge;
  }

  /// The sign that stands beside the words.
  public static StateDot.State sign(ModelReadiness.Level level) {
    return switch (level) {
      case READY -> StateDot.State.DONE;
      case EXPECTED -> StateDot.State.UNPROVEN;
      case NEEDS_VARIANT, UNKNOWN -> StateDot.State.OPEN;
      case NOT_READY -> StateDot.State.BAD;
      case CANNOT -> StateDot.State.WARNING;
    };
  }

  /// All words that may stand there.
  public static Stream<String> words(Texts texts) {
    return Stream.of(ModelReadiness.Level.values()).map(level -> texts.text(key(level)));
  }

  private static String key(ModelReadiness.Level level) {
    return "models.level." + level.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Tone tone(ModelReadiness.Level level) {
    return switch (level) {
      case READY -> Tone.SUCCESS;
      case EXPECTED, NEEDS_VARIANT, UNKNOWN -> Tone.NEUTRAL;
      case NOT_READY -> Tone.DANGER;
      case CANNOT -> Tone.WARNING;
    };
  }
}
