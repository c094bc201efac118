package dev.switchyard.ui.component;

import dev.switchyard.ui.text.Texts;
import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Something long that is under way: what, how far, how fast, and a way to stop it.
public final class ProgressRow extends VBox {
  private final Label title = new Label();
  private final Label detail = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final Button cancel;
  private final HBox line = new HBox();
  private Optional<Elapsed> elapsed = Optional.empty();

  public ProgressRow(String what, String cancelLabel, Runnable onCancel) {
    title.setText(what);
    title.getStyleClass().add("strong");
    detail.getStyleClass().add("muted");
    detail.setMinWidth(Region.USE_PREF_SIZE);
    cancel = new Button(cancelLabel);
    cancel.getStyleClass().add("small");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setOnAction(_ -> onCancel.run());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setMinHeight(Region.USE_PREF_SIZE);
    bar.setAccessibleText(what);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    line.getChildren().setAll(title, gap, detail, cancel);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("line");
    getStyleClass().add("sy-progress");
    getChildren().setAll(line, bar);
  }

  /// Also shows how long it has been going on, for what cannot always tell how far it is.
  public ProgressRow counting(Texts texts) {
    var count = new Elapsed(texts);
    elapsed = Optional.of(count);
    line.getChildren().add(line.getChildren().size() - 1, count);
    return this;
  }

  /// It begins anew.
  public void restart() {
    elapsed.ifPresent(count -> count.restart(Duration.ZERO));
  }

  /// @param ratio 0 to 1, or below 0 where it cannot be known yet
  /// @param text how much, how fast, how long
  public void show(double ratio, String text) {
    bar.setProgress(ratio);
    detail.setText(text);
    bar.setAccessibleText(title.getText() + ": " + text);
  }

  /// While the wish to stop is on its way.
  public void setCancelling(boolean cancelling) {
    cancel.setDisable(cancelling);
  }
}
