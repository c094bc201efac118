package dev.switchyard;

import dev.switchyard.adapter.instance.SingleInstance;
import dev.switchyard.cli.StartOptions;
import dev.switchyard.domain.PortException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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
  private final FutureTask<ResidentWiring> prepared = new FutureTask<>(this::prepare);

  /// Begins only in the one panel that stays.
  private final Thread preparation =
      Thread.ofPlatform().daemon().name("preparation").unstarted(prepared);

  /// Whether the window is wanted, or else the end.
  private final CompletableFuture<Boolean> windowWanted = new CompletableFuture<>();

  private @Nullable SingleInstance instance;
  private @Nullable WindowWiring window;

  PanelRun(StartOptions options, Machine machine) {
    this.options = options;
    wiring = Wiring.ofWindow(options, machine);
  }

  private ResidentWiring prepare() {
    // JavaFX has texts of its own, such as those of a text field's menu.
    Locale.setDefault(wiring.locale());
    // The window's texts, read before it is built.
    wiring.texts().bundle();
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
  /// @throws PortException if the system cannot show a window; the log says why
  void run(String[] arguments) throws PortException {
    if (!isOnlyOne()) {
      return;
    }
    try {
      stay(arguments);
    } catch (RuntimeException | LinkageError e) {
      var known = StartFailure.explain(e);
      if (known.isPresent()) {
        log(known.get(), e);
        throw known.get();
      }
      throw e;
    }
  }

  /// From the desktop or at login nobody reads what is written to the terminal.
  private void log(PortException failure, Throwable cause) {
    if (failure.kind() != PortException.Kind.UNREACHABLE) {
      // A crash: it is in the log already.
      return;
    }
    try {
      wiring.log().failure("the window could not be opened", cause);
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private void stay(String[] arguments) {
    preparation.start();
    if (!options.tray()) {
      wiring.readMemoryAhead();
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
      opened.show(() -> {
        resident.openTray();
        resident.logStart();
      });
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

  /// Everything is closed that was opened, whatever failed: a start anew hangs on it.
  @Override
  public void close() {
    try (wiring) {
      try {
        if (instance != null) {
          instance.close();
        }
      } finally {
        closeResident();
      }
    }
  }

  /// Where it could not be made, whoever waited for it has been told.
  private void closeResident() {
    try {
      preparation.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (prepared.state() == Future.State.SUCCESS) {
      prepared.resultNow().close();
    }
  }
}
