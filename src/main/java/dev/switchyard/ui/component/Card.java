package dev.switchyard.ui.component;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A titled group on the window's ground.
public class Card extends VBox {
  private final Label title = new Label();
  private final HBox header;

  public Card(String text, Node... content) {
    title.setText(text);
    title.getStyleClass().add("card-title");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    header = new HBox(title, gap);
    header.getStyleClass().add("card-header");
    header.setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("sy-card");
    getChildren().add(header);
    getChildren().addAll(content);
  }

  /// Puts controls at the right end of the title's line.
  public final Card withActions(Node... actions) {
    header.getChildren().addAll(actions);
    return this;
  }

  public final void setTitle(String text) {
    title.setText(text);
  }
}
