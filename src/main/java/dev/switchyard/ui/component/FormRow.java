package dev.switchyard.ui.component;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A labelled control with a hint below it, and below that what is wrong with its value.
public final class FormRow extends HBox {
  private final InlineMessage message = new InlineMessage();

  /// @param hint one sentence; empty for none
  public FormRow(String label, Node control, String hint) {
    var name = new Label(label);
    name.getStyleClass().add("form-label");
    name.setLabelFor(control);
    name.setMinWidth(Region.USE_PREF_SIZE);
    if (control.getAccessibleText() == null) {
      control.setAccessibleText(label);
    }
    var right = new VBox(control);
    right.getStyleClass().add("form-value");
    if (!hint.isEmpty()) {
      right.getChildren().add(Figure.caption(hint));
      control.setAccessibleHelp(hint);
    }
    right.getChildren().add(message);
    HBox.setHgrow(right, Priority.ALWAYS);
    getStyleClass().add("sy-form-row");
    getChildren().setAll(name, right);
  }

  /// What is to be said about the value; shown at the control.
  public InlineMessage message() {
    return message;
  }
}
