package dev.switchyard.ui.component;

import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A large figure and, on the same line, the small text that belongs to it: `19.4 of 36.0 GiB`.
public final class Figure extends TextFlow {
  private final Text figure = new Text();
  private final Text rest = new Text();

  public Figure() {
    getStyleClass().add("sy-figure");
    figure.getStyleClass().add("figure");
    rest.getStyleClass().add("rest");
    getChildren().setAll(figure, rest);
  }

  public void show(String large, String small) {
    figure.setText(large);
    rest.setText(" " + small);
    setAccessibleText(large + " " + small);
  }

  /// A muted line of text, for what stands below a figure.
  public static Label caption(String text) {
    var caption = new Label(text);
    caption.getStyleClass().add("muted");
    caption.setWrapText(true);
    // Wrapped text must keep its height when the window is narrow, not end in an ellipsis.
    caption.setMinHeight(USE_PREF_SIZE);
    return caption;
  }
}
