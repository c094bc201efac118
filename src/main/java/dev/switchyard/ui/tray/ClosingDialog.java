package dev.switchyard.ui.tray;

import dev.switchyard.domain.preference.Preferences.WhenClosed;
import dev.switchyard.ui.text.Texts;
import java.util.function.Consumer;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;

/// Asks, when the window is closed for the first time, whether Switchyard is to stay.
public final class ClosingDialog implements ClosingViewModel.Question {
  private final Window owner;
  private final Texts texts;
  private boolean open;

  public ClosingDialog(Window owner, Texts texts) {
    this.owner = owner;
    this.texts = texts;
  }

  @Override
  public void ask(boolean inTray, Consumer<WhenClosed> onAnswer) {
    if (open) {
      return;
    }
    open = true;
    var place = inTray ? "tray" : "no-tray";
    var stay = new ButtonType(texts.text("closing.stay-" + place), ButtonData.YES);
    var quit = new ButtonType(texts.text("closing.quit"), ButtonData.NO);
    var alert = new Alert(Alert.AlertType.NONE, texts.text("closing.text-" + place), stay, quit);
    alert.initOwner(owner);
    alert.setTitle(texts.text("closing.title"));
    alert.setHeaderText(texts.text("closing.title-" + place));
    alert.getDialogPane().getButtonTypes().add(ButtonType.CANCEL);
    alert.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    alert.setOnShown(_ -> center(alert));
    alert.setOnHidden(_ -> open = false);
    alert
        .resultProperty()
        .addListener((_, _, chosen) -> {
          if (chosen == stay) {
            onAnswer.accept(WhenClosed.STAY);
          } else if (chosen == quit) {
            onAnswer.accept(WhenClosed.QUIT);
          }
        });
    alert.show();
  }

  /// Not every window manager follows the place that a window asks for before it is there.
  private void center(Alert alert) {
    alert.setX(owner.getX() + (owner.getWidth() - alert.getWidth()) / 2);
    alert.setY(owner.getY() + (owner.getHeight() - alert.getHeight()) / 2);
  }
}
