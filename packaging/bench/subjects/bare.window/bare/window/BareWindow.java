package bare.window;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

/// The least window that JavaFX can show: one label. Closed, it hides and lives on.
public final class BareWindow extends Application {
  public static final String TITLE = "Bare window";

  @Override
  public void start(Stage stage) {
    Platform.setImplicitExit(false);
    var label = new Label("A bare window");
    // No window manager draws in this colour, so that the label is found on the screen.
    label.setTextFill(Color.RED);
    stage.setScene(new Scene(new StackPane(label), 1280, 800));
    stage.setTitle(TITLE);
    stage.setOnCloseRequest(request -> {
      request.consume();
      stage.hide();
    });
    stage.show();
    if (getParameters().getRaw().contains("--train")) {
      Thread.ofPlatform().daemon().start(BareWindow::endSoon);
    }
  }

  private static void endSoon() {
    try {
      Thread.sleep(2000);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    Platform.exit();
  }

  public static void main(String[] args) {
    launch(args);
  }
}
