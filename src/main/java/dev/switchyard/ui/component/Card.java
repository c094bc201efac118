package dev.switchyard.ui.component;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A titled group on the window's ground.
public class Card extends VBox {
  private final Label title = new Label();
  private final ActionLine header;

  public Card(String text, Node... content) {
    title.getStyleClass().add("card-title");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    header = new ActionLine(title);
    header.setActions(List.of());
    header.getStyleClass().add("card-header");
    header.managedProperty().bind(title.textProperty().isNotEmpty());
    getStyleClass().add("sy-card");
    // What it holds adapts to a narrow window.
    setMinWidth(0);
    getChildren().add(header);
    getChildren().addAll(content);
    setTitle(text);
  }

  /// Puts controls at the right end of the title's line.
  public final Card withActions(Node... actions) {
    header.setActions(List.of(actions));
    return this;
  }

  public final void setTitle(String text) {
    title.setText(text);
  }
}
