package dev.switchyard;

import javafx.application.Application;
import javafx.stage.Stage;

/// The window's life: JavaFX calls it to start and to stop.
public final class App extends Application {
  private final PanelRun run = Handover.TO_APP.take();

  @Override
  public void start(Stage stage) throws InterruptedException {
    run.open(stage);
  }

  @Override
  public void stop() {
    run.closeWindow();
  }
}
