package dev.switchyard.ui.modelfile;

import dev.switchyard.ui.component.WrappedLabel;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One line of the form: name, control, and beside it what it means or what is wrong.
final class ParameterRow extends HBox {
  private final Label hint = new WrappedLabel("", "muted");

  ParameterRow(String name, Node control) {
    var label = new Label(name);
    label.setLabelFor(control);
    label.getStyleClass().add("parameter-name");
    label.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(hint, Priority.ALWAYS);
    hint.setMaxWidth(Double.MAX_VALUE);
    getStyleClass().add("parameter-row");
    getChildren().setAll(label, control, hint);
  }

  void hint(String text) {
    hint.getStyleClass().setAll("label", "muted");
    hint.setText(text);
  }

  void problem(String text, boolean isError) {
    hint.getStyleClass().setAll("label", isError ? "bad" : "warning");
    hint.setText(text);
  }
}
