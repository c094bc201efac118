package dev.switchyard.ui.component;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A command to be pasted into a terminal, with a button that copies it.
public final class CommandField extends HBox {
  private final TextField command = new TextField();

  /// @param copyLabel what the button is called
  public CommandField(String copyLabel) {
    command.setEditable(false);
    command.getStyleClass().add("monospace");
    HBox.setHgrow(command, Priority.ALWAYS);
    var copy = new Button(copyLabel, new FontIcon(Feather.COPY));
    copy.setMinWidth(Region.USE_PREF_SIZE);
    copy.setOnAction(_ -> CopiedText.put(command.getText()));
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("sy-command");
    getChildren().setAll(command, copy);
  }

  public void show(String text) {
    command.setText(text);
    command.setAccessibleText(text);
  }
}
