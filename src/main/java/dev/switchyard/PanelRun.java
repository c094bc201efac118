package dev.switchyard;

import dev.switchyard.adapter.instance.SingleInstance;
import dev.switchyard.cli.StartOptions;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// One run of the panel. Started into the tray it has no window and no toolkit before the first
/// wish for one; from then on the toolkit stays, since JavaFX cannot be started twice.
final class PanelRun implements AutoCloseable {
  private final StartOptions options;
  private final Wiring wiring;

  /// Made while the toolkit starts, which takes as long.
  private final FutureTask<ResidentWiring> prepared;

  /// Whether the window is wanted, or else the end.
  private final CompletableFuture<Boolean> windowWanted = new CompletableFuture<>();

  private @Nullable SingleInstance instance;
  private @Nullable WindowWiring window;

  PanelRun(StartOptions options) {
    this.options = options;
    wiring = Wiring.ofWindow(options, Machine.real());
    prepared = new FutureTask<>(this::prepare);
    Thread.ofPlatform().daemon().name("preparation").start(prepared);
    if (!options.tray()) {
      wiring.readMemoryAhead();
    }
  }

  private ResidentWiring prepare() {
    // JavaFX has texts of its own, such as those of a text field's menu.
    Locale.setDefault(wiring.locale());
    return new ResidentWiring(
        wiring, () -> windowWanted.complete(true), () -> windowWanted.complete(false));
  }

  /// Waits until it is made.
  private ResidentWiring resident() {
    try {
      return prepared.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Runs until the person quits. Called on the main thread, which macOS wants for its windows.
  ///
  /// @throws UnsupportedOperationException if there is no display
  void run(String[] arguments) {
    if (!isOnlyOne()) {
      return;
    }
    Thread.setDefaultUncaughtExceptionHandler((_, bug) -> resident().report(bug));
    if (options.tray()) {
      resident().logStart();
      resident().openTrayAlone();
      if (!windowWanted.join()) {
        return;
      }
    }
    Handover.TO_APP.put(this);
    Application.launch(App.class, arguments);
  }

  private boolean isOnlyOne() {
    try {
      var claimed = SingleInstance.claim(wiring.instancePlace(), () -> resident().bringToFront());
      instance = claimed.orElse(null);
      return claimed.isPresent();
    } catch (IOException _) {
      // Nothing can be said of other windows: better two than none.
      return true;
    }
  }

  /// Builds the window, and shows it unless it waits in the tray. Called on JavaFX's thread.
  void open(Stage stage) throws InterruptedException {
    try {
      build(stage);
    } catch (RuntimeException | Error e) {
      wiring.log().failure("the window could not be opened", e);
      throw new Crashed(
          WindowWiring.bugs(wiring, Optional.empty(), () -> {}).showStartFailure(e), e);
    }
  }

  private void build(Stage stage) throws InterruptedException {
    // Without a window the tray goes on.
    Platform.setImplicitExit(false);
    var resident = resident();
    resident.events().moveToToolkit();
    var opened = new WindowWiring(wiring, options, resident, stage, Platform::exit);
    window = opened;
    if (!options.tray()) {
      opened.show();
      resident.openTray();
      resident.logStart();
    }
    resident.window().arrived(opened.desk());
    if (options.training().isPresent()) {
      new Training(opened, Platform::exit).start();
    }
  }

  /// The toolkit ends. Called on JavaFX's thread.
  void closeWindow() {
    var opened = window;
    if (opened != null) {
      opened.close();
    }
  }

  @Override
  public void close() {
    if (instance != null) {
      instance.close();
    }
    resident().close();
    wiring.close();
  }
}
