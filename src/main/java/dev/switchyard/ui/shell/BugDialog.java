package dev.switchyard.ui.shell;

import dev.switchyard.domain.log.Crash;
import dev.switchyard.ui.component.CopiedText;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.text.Texts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.event.ActionEvent;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// The one dialog for what should never happen: what it was, what was done and what was not, what
/// to do next, and the report to read and to copy. Nothing is sent.
public final class BugDialog {
  /// The theme's alerts end there, also in a window that is wider.
  private static final double WIDTH = 600;

  /// With room for the report: a dialog by itself is as high as if its sentences were one line
  /// each.
  private static final double HEIGHT = 560;

  private static final int REPORT_ROWS = 12;

  /// Not from a style sheet: where the start fails there may be none.
  private static final double SPACING = 8;

  private static final String NO_START = "shell.bug.no-start";

  private final Optional<Window> owner;
  private final Texts texts;
  private final Function<Throwable, Crash> crashes;
  private final Consumer<Path> openFolder;
  private final Runnable quit;
  private boolean open;

  /// @param owner the window that it stands above; empty where there is none yet
  /// @param crashes makes a report of a bug and keeps it
  /// @param openFolder shows the folder of a kept report
  /// @param quit ends the program
  public BugDialog(
      Optional<Window> owner,
      Texts texts,
      Function<Throwable, Crash> crashes,
      Consumer<Path> openFolder,
      Runnable quit) {
    this.owner = owner;
    this.texts = texts;
    this.crashes = crashes;
    this.openFolder = openFolder;
    this.quit = quit;
  }

  /// Shows a bug. Further ones that come while the dialog is open are passed over: a mistake in
  /// drawing comes again with each frame, and the first one is what matters.
  public void show(Throwable bug) {
    if (open) {
      return;
    }
    open = true;
    try {
      open(bug);
    } catch (RuntimeException | Error e) {
      // The next bug gets a dialog again.
      open = false;
      throw e;
    }
  }

  private void open(Throwable bug) {
    var crash = crashes.apply(bug);
    var leave = leave(crash);
    var alert = alert(crash, crash.goesOn() ? "shell.bug.goes-on" : "shell.bug.ends", leave);
    if (crash.goesOn()) {
      var goOn = new ButtonType(texts.text("shell.bug.go-on"), ButtonBar.ButtonData.CANCEL_CLOSE);
      alert.getDialogPane().getButtonTypes().add(goOn);
    }
    owner.ifPresent(window -> standAbove(window, alert));
    alert.setOnHidden(_ -> {
      open = false;
      if (!crash.goesOn() || leave.equals(alert.getResult())) {
        quit.run();
      }
    });
    alert.show();
  }

  /// Shows why there is no window, and returns when the person has read it.
  public Crash showStartFailure(Throwable bug) {
    var crash = crashes.apply(bug);
    alert(crash, NO_START, ButtonType.CLOSE).showAndWait();
    return crash;
  }

  private static void standAbove(Window window, Alert alert) {
    var scene = window.getScene();
    if (scene != null) {
      alert.initOwner(window);
      alert.getDialogPane().getStylesheets().setAll(scene.getStylesheets());
    }
  }

  /// Where the program cannot go on, closing the dialog is leaving too.
  private ButtonType leave(Crash crash) {
    var data = crash.goesOn() ? ButtonBar.ButtonData.OTHER : ButtonBar.ButtonData.CANCEL_CLOSE;
    return new ButtonType(texts.text("shell.bug.quit"), data);
  }

  private Alert alert(Crash crash, String next, ButtonType leave) {
    var alert = new Alert(Alert.AlertType.ERROR);
    alert.setTitle(texts.text("shell.bug.title"));
    alert.setHeaderText(texts.text("shell.bug.title"));
    var pane = alert.getDialogPane();
    pane.getButtonTypes().setAll(leave);
    addAction(pane, "shell.bug.copy", () -> CopiedText.put(crash.report()));
    crash
        .file()
        .ifPresent(
            file -> addAction(pane, "shell.bug.folder", () -> openFolder.accept(file.getParent())));
    pane.setContent(content(crash, next));
    pane.setPrefSize(WIDTH, HEIGHT);
    return alert;
  }

  private VBox content(Crash crash, String next) {
    var report = new TextArea(crash.report());
    report.setEditable(false);
    report.setPrefRowCount(REPORT_ROWS);
    report.getStyleClass().add("monospace");
    report.setAccessibleText(texts.text("shell.bug.report"));
    VBox.setVgrow(report, Priority.ALWAYS);
    var kept =
        crash
            .file()
            .map(file -> texts.text("shell.bug.kept", file.toString()))
            .orElseGet(() -> texts.text("shell.bug.not-kept"));
    var box = new VBox(SPACING, new WrappedLabel(texts.text("shell.bug.what", crash.summary())));
    if (!next.equals(NO_START)) {
      box.getChildren().add(new WrappedLabel(texts.text("shell.bug.done")));
    }
    box.getChildren().addAll(new WrappedLabel(texts.text(next)), new WrappedLabel(kept), report);
    return box;
  }

  /// A button that does something and leaves the dialog open.
  private void addAction(DialogPane pane, String key, Runnable run) {
    var type = new ButtonType(texts.text(key), ButtonBar.ButtonData.LEFT);
    pane.getButtonTypes().add(type);
    pane.lookupButton(type)
        .addEventFilter(
            ActionEvent.ACTION,
            event -> {
              event.consume();
              run.run();
            });
  }
}
