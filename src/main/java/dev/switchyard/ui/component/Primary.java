package dev.switchyard.ui.component;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// Marks the one thing that a screen suggests to do next. Where another one comes up, such as the
/// button of a form that was opened, the first one steps back.
public final class Primary {
  private static final String STYLE = "accent";

  private Primary() {}

  public static void mark(Node button) {
    button.getStyleClass().add(STYLE);
  }

  /// Marks it for as long as the condition holds.
  public static void markWhile(Node button, ObservableValue<Boolean> condition) {
    // What a binding is made of holds it only weakly.
    button.getProperties().put(Primary.class, condition);
    condition.subscribe(holds -> {
      button.getStyleClass().remove(STYLE);
      if (holds) {
        button.getStyleClass().add(STYLE);
      }
    });
  }
}
