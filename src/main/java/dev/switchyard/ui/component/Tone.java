package dev.switchyard.ui.component;

import java.util.Locale;

/// What something means to the person, told by colour and, beside it, by shape or words.
public enum Tone {
  NEUTRAL,
  ACCENT,
  SUCCESS,
  WARNING,
  DANGER;

  /// The style class that `app.css` colours.
  String styleClass() {
    return "tone-" + name().toLowerCase(Locale.ROOT);
  }
}
