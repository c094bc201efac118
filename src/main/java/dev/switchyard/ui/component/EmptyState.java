package dev.switchyard.ui.component;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands where there is nothing to show yet: why, and the one thing to do about it.
public final class EmptyState extends VBox {
  public EmptyState(Ikon icon, String sentence) {
    var text = new Label(sentence);
    text.setWrapText(true);
    text.setTextAlignment(TextAlignment.CENTER);
    text.getStyleClass().add("sentence");
    getStyleClass().add("sy-empty");
    setAlignment(Pos.CENTER);
    getChildren().setAll(new FontIcon(icon), text);
  }

  public EmptyState(Ikon icon, String sentence, String button, Runnable action) {
    this(icon, sentence);
    var next = new Button(button);
    Primary.mark(next);
    next.setOnAction(_ -> action.run());
    getChildren().add(next);
  }
}
