package dev.switchyard.ui.component;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A labelled control with a hint below it, and below that what is wrong with its value.
public final class FormRow extends TwoColumns {
  private static final double LEAST_VALUE = 240;
  private static final double GAP = 16;
  private static final double GAP_BELOW_LABEL = 4;

  private final InlineMessage message = new InlineMessage();

  /// @param hint one sentence; empty for none
  public FormRow(String label, Node control, String hint) {
    this(name(label, control), new VBox(control), hint);
    if (control.getAccessibleText() == null) {
      control.setAccessibleText(label);
    }
    if (!hint.isEmpty()) {
      control.setAccessibleHelp(hint);
    }
  }

  private FormRow(Label name, VBox value, String hint) {
    super(name, value, true, LEAST_VALUE, 0, GAP);
    value.getStyleClass().add("form-value");
    if (!hint.isEmpty()) {
      value.getChildren().add(Figure.caption(hint));
    }
    value.getChildren().add(message);
    getStyleClass().add("sy-form-row");
  }

  private static Label name(String label, Node control) {
    var name = new Label(label);
    name.getStyleClass().add("form-label");
    name.setLabelFor(control);
    name.setMinWidth(Region.USE_PREF_SIZE);
    return name;
  }

  /// What is to be said about the value; shown at the control.
  public InlineMessage message() {
    return message;
  }

  @Override
  protected boolean fills() {
    return false;
  }

  @Override
  protected double gapBelow() {
    return GAP_BELOW_LABEL;
  }
}
