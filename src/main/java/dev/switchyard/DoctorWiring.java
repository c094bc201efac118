package dev.switchyard;

import dev.switchyard.adapter.claude.ClaudeFolderTrust;
import dev.switchyard.adapter.doctor.OwnMachine;
import dev.switchyard.adapter.doctor.TimedQuestions;
import dev.switchyard.adapter.doctor.TreatmentFile;
import dev.switchyard.adapter.doctor.UserUnit;
import dev.switchyard.adapter.file.DiskSpace;
import dev.switchyard.adapter.git.ProcessGitIndex;
import dev.switchyard.adapter.start.SystemStores;
import dev.switchyard.domain.doctor.ConfigureServer;
import dev.switchyard.domain.doctor.Doctor;
import dev.switchyard.domain.doctor.FindRivals;
import dev.switchyard.domain.doctor.ForecastModel;
import dev.switchyard.domain.doctor.GatherFacts;
import dev.switchyard.domain.doctor.GatherHost;
import dev.switchyard.domain.doctor.GatherModel;
import dev.switchyard.domain.doctor.GatherProject;
import dev.switchyard.domain.doctor.ProjectFiles;
import dev.switchyard.domain.doctor.PromptSpeed;
import dev.switchyard.domain.doctor.Questions;
import dev.switchyard.domain.doctor.RebuildModel;
import dev.switchyard.domain.doctor.RepairRoute;
import dev.switchyard.domain.doctor.Steps;
import dev.switchyard.domain.doctor.Treat;
import dev.switchyard.domain.doctor.UntrackFile;
import java.nio.file.Path;
import java.time.Duration;

/// Wires what looks for mistakes and mends them. Nothing of it is kept: who asks again wants to
/// know how it is now.
final class DoctorWiring {
  /// Programs have ten seconds to tell their version.
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  private DoctorWiring() {}

  static Doctor doctor(Wiring wiring) {
    var questions = new TimedQuestions(PATIENCE);
    var machine =
        new OwnMachine(
            wiring.freeSpace(),
            () -> new DiskSpace(wiring.home()).models(),
            Path.of("/"),
            wiring.surroundings(),
            wiring.home().directory(),
            new SystemStores(wiring.processes()));
    return new Doctor(
        new GatherFacts(
            questions,
            wiring.surroundings(),
            wiring.clock(),
            wiring.server().url(),
            wiring::serverAt,
            machine,
            new GatherHost(questions, machine, wiring.routing().environments()),
            wiring.programs(),
            project(wiring, questions),
            new GatherModel(
                questions,
                wiring.modelfiles(),
                wiring.checkContext(),
                new ForecastModel(wiring::memory, wiring::lessons),
                new PromptSpeed(wiring.benchmarks(), wiring.proofs()::measuredPrompt),
                new FindRivals(
                    () -> wiring.routing().projects().all(), wiring.routes(), wiring::serverAt),
                wiring::serverAt)));
  }

  private static GatherProject project(Wiring wiring, Questions questions) {
    return new GatherProject(
        questions,
        wiring.routes(),
        wiring.switchRoute(),
        repair(wiring),
        new ProjectFiles(
            wiring.settingsHistory(),
            wiring.routing().repositories(),
            wiring.home().claudeUserSettings()),
        new ClaudeFolderTrust(wiring.home().claudeData()),
        wiring.sessions());
  }

  private static RepairRoute repair(Wiring wiring) {
    return new RepairRoute(
        wiring.routes(),
        wiring.switchRoute(),
        wiring.routing().repositories(),
        wiring::targetsAt,
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
            new RebuildModel(wiring::serverAt, wiring.modelfiles(), wiring.home().directory()),
            new ConfigureServer(
                wiring.routing().files(),
                new UserUnit(wiring.processes(), wiring.home().directory().resolve(".config"))),
            new UntrackFile(
                wiring.routing().files(),
                wiring.routing().repositories(),
                new ProcessGitIndex(wiring.processes())));
    return new Treat(steps, new TreatmentFile(wiring.home().state()), wiring.clock());
  }
}
