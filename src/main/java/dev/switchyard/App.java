package dev.switchyard;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The window's life: JavaFX calls it to start and to stop.
public final class App extends Application {
  @Override
  public void start(Stage stage) {
    stage.setTitle("Switchyard");
    stage.setScene(new Scene(new StackPane(), 1280, 800));
    stage.show();
    if (getParameters().getRaw().contains("--train")) {
      Platform.exit();
    }
  }
}
