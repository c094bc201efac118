package dev.switchyard.ui.shell;

import dev.switchyard.ui.text.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;

/// The one dialog for what should never happen: says so, and gives the details to be copied.
public final class BugDialog {
  private final Window owner;
  private final Texts texts;
  private boolean open;

  public BugDialog(Window owner, Texts texts) {
    this.owner = owner;
    this.texts = texts;
  }

  /// Shows a bug, and prints it for whoever started the program in a terminal. Further ones that
  /// come while the dialog is open are only printed.
  public void show(Throwable bug) {
    bug.printStackTrace();
    if (open) {
      return;
    }
    open = true;
    var details = details(bug);
    var copy = new ButtonType(texts.text("shell.bug.copy"), ButtonBar.ButtonData.LEFT);
    var alert =
        new Alert(Alert.AlertType.ERROR, texts.text("shell.bug.text"), copy, ButtonType.CLOSE);
    alert.initOwner(owner);
    alert.setTitle(texts.text("shell.bug.title"));
    alert.setHeaderText(texts.text("shell.bug.title"));
    var area = new TextArea(details);
    area.setEditable(false);
    area.getStyleClass().add("monospace");
    alert.getDialogPane().setExpandableContent(area);
    alert.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    alert.setOnHidden(_ -> open = false);
    alert
        .resultProperty()
        .addListener((_, _, chosen) -> {
          if (chosen == copy) {
            copy(details);
          }
        });
    alert.show();
  }

  private static String details(Throwable bug) {
    var text = new StringWriter();
    bug.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static void copy(String details) {
    var content = new ClipboardContent();
    content.putString(details);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
