package dev.switchyard;

import dev.switchyard.adapter.instance.SingleInstance;
import dev.switchyard.cli.StartOptions;
import java.io.IOException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The window's life: JavaFX calls it to start and to stop.
public final class App extends Application {
  private @Nullable Wiring wiring;
  private volatile @Nullable WindowWiring window;
  private @Nullable SingleInstance instance;

  @Override
  public void start(Stage stage) {
    var options = StartOptions.parse(getParameters().getRaw());
    var parts = Wiring.ofWindow(options);
    wiring = parts;
    try {
      open(parts, options, stage);
    } catch (RuntimeException | Error e) {
      // JavaFX does not call stop then, and a demonstration's home must not stay behind.
      stop();
      throw e;
    }
  }

  private void open(Wiring parts, StartOptions options, Stage stage) {
    if (!options.training() && !isOnlyOne(parts)) {
      Platform.exit();
      return;
    }
    // Without a window the tray goes on.
    Platform.setImplicitExit(false);
    var opened = new WindowWiring(parts, options, stage, Platform::exit);
    window = opened;
    if (options.tray()) {
      opened.startInTray();
    } else {
      opened.show();
    }
    if (options.training()) {
      new Training(opened, Platform::exit).start();
    }
  }

  private boolean isOnlyOne(Wiring parts) {
    try {
      var claimed = SingleInstance.claim(parts.instancePlace(), this::bringToFront);
      instance = claimed.orElse(null);
      return claimed.isPresent();
    } catch (IOException _) {
      // Nothing can be said of other windows: better two than none.
      return true;
    }
  }

  private void bringToFront() {
    var opened = window;
    if (opened != null) {
      opened.bringToFront();
    }
  }

  @Override
  public void stop() {
    if (instance != null) {
      instance.close();
    }
    var opened = window;
    if (opened != null) {
      opened.close();
    }
    if (wiring != null) {
      wiring.close();
    }
  }
}
