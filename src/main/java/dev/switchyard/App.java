package dev.switchyard;

import dev.switchyard.cli.StartOptions;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The window's life: JavaFX calls it to start and to stop.
public final class App extends Application {
  private @Nullable Wiring wiring;
  private @Nullable WindowWiring window;

  @Override
  public void start(Stage stage) {
    var options = StartOptions.parse(getParameters().getRaw());
    var parts = new Wiring(options);
    wiring = parts;
    var opened = new WindowWiring(parts, options, stage);
    window = opened;
    opened.show();
    if (options.training()) {
      new Training(opened, Platform::exit).start();
    }
  }

  @Override
  public void stop() {
    if (window != null) {
      window.close();
    }
    if (wiring != null) {
      wiring.close();
    }
  }
}
