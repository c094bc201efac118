package dev.switchyard;

import dev.switchyard.adapter.about.RunningProgram;
import dev.switchyard.adapter.log.CrashFiles;
import dev.switchyard.adapter.log.LogFiles;
import dev.switchyard.adapter.process.DesktopOpener;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.about.Desktop;
import dev.switchyard.domain.about.Inventory;
import dev.switchyard.domain.about.ReadVersions;
import dev.switchyard.domain.about.VersionReport;
import dev.switchyard.domain.log.CrashReports;
import dev.switchyard.domain.log.EventLog;
import dev.switchyard.domain.log.Redaction;
import java.nio.file.Path;
import java.util.function.Supplier;

/// Wires what tells about the program itself: versions, the log, crash reports.
final class ReportWiring {
  private static final String FOLDER = "log";

  private final Wiring wiring;
  private final Supplier<Inventory> inventory;
  private final Supplier<Redaction> redaction;
  private final Supplier<EventLog> log;
  private final Supplier<CrashReports> crashes;

  /// @param lasting the home for reports that have to outlive a demonstration's
  ReportWiring(Wiring wiring, Lifetime lifetime, Supplier<Home> lasting) {
    this.wiring = wiring;
    inventory = lifetime.once(() -> new RunningProgram(wiring.surroundings()));
    redaction =
        lifetime.once(
            () -> new Redaction(lasting.get().directory(), wiring.surroundings().environment()));
    log =
        lifetime.once(() ->
            new LogFiles(
                folder(),
                wiring.clock(),
                ProcessHandle.current().pid(),
                redaction,
                () -> VersionReport.line(inventory.get())));
    crashes =
        lifetime.once(() ->
            new CrashReports(
                new CrashFiles(lasting.get().state().resolve(FOLDER), wiring.clock()),
                redaction,
                () -> VersionReport.of(inventory.get())));
  }

  /// Where the log is.
  Path folder() {
    return wiring.home().state().resolve(FOLDER);
  }

  EventLog log() {
    return log.get();
  }

  CrashReports crashes() {
    return crashes.get();
  }

  Desktop desktop() {
    return new DesktopOpener(
        wiring.processes(), wiring.surroundings().system(), wiring.home().state());
  }

  Inventory inventory() {
    return inventory.get();
  }

  Redaction redaction() {
    return redaction.get();
  }

  ReadVersions versions() {
    return new ReadVersions(inventory.get(), wiring.programs(), wiring.serverInspection());
  }
}
