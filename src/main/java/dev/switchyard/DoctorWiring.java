package dev.switchyard;

import dev.switchyard.adapter.claude.ClaudeFolderTrust;
import dev.switchyard.adapter.doctor.TimedQuestions;
import dev.switchyard.adapter.doctor.TreatmentFile;
import dev.switchyard.domain.doctor.Doctor;
import dev.switchyard.domain.doctor.ForecastModel;
import dev.switchyard.domain.doctor.GatherFacts;
import dev.switchyard.domain.doctor.RebuildModel;
import dev.switchyard.domain.doctor.RepairRoute;
import dev.switchyard.domain.doctor.Steps;
import dev.switchyard.domain.doctor.Treat;
import java.time.Duration;

/// Wires what looks for mistakes and mends them. Nothing of it is kept: who asks again wants to
/// know how it is now.
final class DoctorWiring {
  /// The longest of all questions' own limits, and a little.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private DoctorWiring() {}

  static Doctor doctor(Wiring wiring) {
    return new Doctor(
        new GatherFacts(
            new TimedQuestions(PATIENCE),
            wiring.surroundings().system(),
            wiring.clock(),
            wiring.server().url(),
            wiring::serverAt,
            wiring.programs(),
            wiring.modelfiles(),
            wiring.routes(),
            wiring.switchRoute(),
            repair(wiring),
            wiring.checkContext(),
            new ForecastModel(wiring::memory, wiring::lessons),
            new ClaudeFolderTrust(wiring.home().claudeData()),
            wiring.sessions()));
  }

  private static RepairRoute repair(Wiring wiring) {
    return new RepairRoute(
        wiring.routes(),
        wiring.switchRoute(),
        wiring.routing().repositories(),
        wiring.modelfiles(),
        wiring::serverAt,
        wiring.server().url(),
        wiring.home().directory());
  }

  static Treat treat(Wiring wiring) {
    var steps =
        new Steps(
            wiring.serverProcess(),
            wiring.switchRoute(),
            wiring.settingsHistory(),
            wiring::serverAt,
            wiring.freeSpace(),
            new RebuildModel(wiring::serverAt, wiring.modelfiles(), wiring.home().directory()));
    return new Treat(steps, new TreatmentFile(wiring.home().state()), wiring.clock());
  }
}
