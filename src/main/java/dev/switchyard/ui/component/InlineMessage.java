package dev.switchyard.ui.component;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A message where the person is looking: what happened, why, and a button for what to do next. Not
/// there while it has no text.
public final class InlineMessage extends HBox {
  private final FontIcon icon = new FontIcon(Feather.INFO);
  private final Label text = new Label();
  private final ActionLine line = new ActionLine(text);

  public InlineMessage() {
    text.setWrapText(true);
    // Wrapped text must keep its height when the window is narrow, not end in an ellipsis.
    text.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(line, Priority.ALWAYS);
    setAlignment(Pos.CENTER_LEFT);
    setAccessibleRole(AccessibleRole.TEXT);
    managedProperty().bind(visibleProperty());
    clear();
  }

  public InlineMessage(Tone tone, String message, Node... actions) {
    this();
    show(tone, message, actions);
  }

  public void show(Tone tone, String message, Node... actions) {
    getStyleClass().setAll("sy-message", tone.styleClass());
    icon.setIconCode(
        switch (tone) {
          case NEUTRAL, ACCENT -> Feather.INFO;
          case SUCCESS -> Feather.CHECK_CIRCLE;
          case WARNING -> Feather.ALERT_TRIANGLE;
          case DANGER -> Feather.ALERT_OCTAGON;
        });
    text.setText(message);
    setAccessibleText(message);
    line.setActions(List.of(actions));
    getChildren().setAll(icon, line);
    setVisible(true);
  }

  public void clear() {
    text.setText("");
    setVisible(false);
  }

  /// A button for one of its actions.
  public static Button action(String label, Runnable run) {
    var button = new Button(label);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.getStyleClass().add("small");
    button.setOnAction(_ -> run.run());
    return button;
  }
}
