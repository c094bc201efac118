package dev.switchyard.ui.component;

import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A field that narrows a list, with a cross that empties it.
public final class SearchField extends CustomTextField {
  /// @param prompt what stands in the empty field, and what a screen reader says
  /// @param clear what a screen reader says of the cross
  public SearchField(String prompt, String clear) {
    setPromptText(prompt);
    setAccessibleText(prompt);
    setLeft(new FontIcon(Feather.SEARCH));
    var cross = new StackPane(new FontIcon(Feather.X));
    cross.getStyleClass().add("clear-button");
    cross.setAccessibleRole(AccessibleRole.BUTTON);
    cross.setAccessibleText(clear);
    cross.setCursor(Cursor.DEFAULT);
    cross.setOnMouseClicked(_ -> clear());
    cross.visibleProperty().bind(textProperty().isNotEmpty());
    setRight(cross);
  }

  /// None: the control's own is made for JavaFX's default theme, and ours styles the field too.
  @Override
  public @Nullable String getUserAgentStylesheet() {
    return null;
  }
}
