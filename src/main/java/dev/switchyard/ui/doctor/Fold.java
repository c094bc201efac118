package dev.switchyard.ui.doctor;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line that a click, Enter or Space opens, and what stands below it then. What stands there is
/// built when it is first opened.
final class Fold extends VBox {
  private final HBox line = new HBox();
  private final FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
  private final Supplier<? extends Node> details;
  private Consumer<Boolean> onRequest = this::setExpanded;
  private boolean expanded;

  /// @param title stands in the line, beside the arrow
  /// @param details what it opens to
  Fold(Region title, Supplier<? extends Node> details) {
    this.details = details;
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    line.getChildren().setAll(title, arrow);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("fold-line");
    line.setFocusTraversable(true);
    line.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    line.setOnMouseClicked(_ -> {
      line.requestFocus();
      onRequest.accept(!expanded);
    });
    line.setOnKeyPressed(this::press);
    getStyleClass().add("fold");
    getChildren().setAll(line);
  }

  /// Replaces what a click does.
  void setOnRequest(Consumer<Boolean> handler) {
    onRequest = handler;
  }

  /// What a screen reader calls the line.
  void setName(String name) {
    line.setAccessibleText(name);
  }

  /// What has the keyboard.
  HBox line() {
    return line;
  }

  void setExpanded(boolean isExpanded) {
    if (isExpanded == expanded) {
      return;
    }
    expanded = isExpanded;
    arrow.setIconCode(expanded ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
    if (expanded) {
      getChildren().setAll(line, details.get());
    } else {
      getChildren().setAll(line);
    }
  }

  private void press(KeyEvent event) {
    switch (event.getCode()) {
      case ENTER, SPACE -> onRequest.accept(!expanded);
      case RIGHT -> onRequest.accept(true);
      case LEFT -> onRequest.accept(false);
      default -> {
        return;
      }
    }
    event.consume();
  }
}
