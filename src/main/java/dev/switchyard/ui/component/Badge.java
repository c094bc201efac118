package dev.switchyard.ui.component;

import javafx.scene.control.Label;

/// One word in a pill: a capability, a state.
public final class Badge extends Label {
  public Badge(String text, Tone tone) {
    super(text);
    getStyleClass().addAll("sy-badge", tone.styleClass());
  }
}
