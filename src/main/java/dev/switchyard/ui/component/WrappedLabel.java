package dev.switchyard.ui.component;

import javafx.scene.control.Label;

/// A text that takes as many lines as it needs: where there is little room it keeps its height, in
/// place of ending in an ellipsis.
public class WrappedLabel extends Label {
  public WrappedLabel(String text, String... styleClasses) {
    super(text);
    getStyleClass().addAll(styleClasses);
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
  }

  /// One that says nothing yet.
  public WrappedLabel() {
    this("");
  }
}
