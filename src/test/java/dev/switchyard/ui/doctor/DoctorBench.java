package dev.switchyard.ui.doctor;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.doctor.Diagnosis;
import dev.switchyard.domain.doctor.ExamineStep;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.doctor.Step;
import dev.switchyard.domain.doctor.Steps;
import dev.switchyard.domain.doctor.Treat;
import dev.switchyard.domain.doctor.Treatment;
import dev.switchyard.domain.doctor.TreatmentStore;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.ServerProcess;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import dev.switchyard.domain.route.RouteRequest;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import dev.switchyard.domain.route.Scope;
import dev.switchyard.ui.projects.ProjectsBench;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Three projects with files in memory, one of them routed to the wrong address: the files are
/// read, written and given back by the real use cases; what a check says is read off the file.
final class DoctorBench {
  static final Instant NOW = Instant.parse("2026-04-20T09:00:00Z");
  static final Path PROJECT = ProjectsBench.BILLING;
  static final Path SETTINGS = PROJECT.resolve(".claude/settings.json");
  static final String BROKEN =
      "{\"env\":{\"ANTHROPIC_BASE_URL\":\"http://localhost:11434/v1\"},\"theme\":\"dark\"}";

  final ProjectsBench projects = new ProjectsBench();
  final List<ExamineStep> steps = new ArrayList<>();

  /// What is said of the address after a fix, in place of what the file says.
  Optional<Outcome> afterwards = Optional.empty();

  /// Whether the server is down, and what starting it gives.
  boolean down;

  Optional<PortException.Kind> startFails = Optional.empty();

  /// Whether mending the address brings the server down, and what a bug in work would be.
  boolean startBreaksAddress;

  Optional<RuntimeException> bug = Optional.empty();
  int changed;
  final List<Treatment> treatments = new ArrayList<>();

  final ExaminationViewModel examinations =
      new ExaminationViewModel(
          projects.tasks,
          () -> projects.list().all(),
          this::examine,
          Clock.fixed(NOW, ZoneOffset.UTC));

  final MendingViewModel mending =
      new MendingViewModel(
          projects.tasks,
          examinations,
          this::examine,
          this::treat,
          Clock.fixed(NOW, ZoneOffset.UTC),
          projects.notices,
          () -> changed++);

  DoctorBench() {
    projects.files.put(SETTINGS, BROKEN);
    examinations.choose(PROJECT);
  }

  /// As somebody does who opens the screen.
  DoctorBench shown() {
    examinations.setShown(true);
    return this;
  }

  Entry entry(String id) {
    return mending.findings().of(id).orElseThrow();
  }

  List<String> ids() {
    return mending.findings().entriesProperty().get().stream().map(Entry::id).toList();
  }

  String settings() {
    return projects.files.text(SETTINGS).orElse("");
  }

  private List<Diagnosis> examine(
      Path folder, Consumer<ExamineStep> progress, Cancellation cancellation) throws PortException {
    for (var step : ExamineStep.values()) {
      progress.accept(step);
      steps.add(step);
    }
    if (cancellation.requested()) {
      throw new PortException(
          PortException.Kind.CANCELLED, Message.of("doctor.unknown.interrupted"));
    }
    return List.of(
        new Diagnosis("folder-not-trusted", trust()),
        new Diagnosis("base-url-v1", address(folder)),
        new Diagnosis("server-down", server()),
        new Diagnosis("clock-behind", new Outcome.Unknown(Message.of("doctor.unknown.no-dates"))),
        new Diagnosis("claude-missing", Outcome.fine("doctor.fine.version", "2.1.330")));
  }

  private Outcome address(Path folder) {
    boolean broken =
        folder.equals(PROJECT) && projects.files.text(SETTINGS).filter(BROKEN::equals).isPresent();
    if (!broken && folder.equals(PROJECT) && afterwards.isPresent()) {
      return afterwards.get();
    }
    return broken
        ? new Outcome.Found(finding(Severity.ERROR, Remedy.Fix.of(new Step.SwitchRoute(request()))))
        : Outcome.fine("doctor.fine.not-this", "http://localhost:11434");
  }

  /// What finding the address again after a fix would say.
  static Outcome foundAgain() {
    return new Outcome.Found(
        finding(Severity.ERROR, Remedy.Fix.of(new Step.SwitchRoute(request()))));
  }

  private Outcome server() {
    return down
        ? new Outcome.Found(
            finding(Severity.ERROR, Remedy.Fix.of(new Step.StartServer(EndpointUrl.DEFAULT))))
        : Outcome.fine("doctor.fine.not-this", "http://localhost:11434");
  }

  private static Outcome trust() {
    return new Outcome.Found(
        finding(Severity.INFO, Remedy.ByHand.of(Message.of("doctor.by-hand.route-does-not-help"))));
  }

  private static Finding finding(Severity severity, Remedy remedy) {
    return new Finding(
        severity,
        Message.of("doctor.cause.other-start", "there"),
        List.of(Message.of("doctor.evidence.url", "http://localhost:11434")),
        Message.of("doctor.risk.base-url"),
        remedy);
  }

  private static RouteRequest request() {
    return RouteRequest.local(
        PROJECT,
        Optional.of(Scope.PROJECT),
        new LocalTarget("http://localhost:11434", "gemma4-claude", 65_536));
  }

  private Treat treat() {
    if (bug.isPresent()) {
      throw bug.get();
    }
    var steps =
        new Steps(
            process(), projects.switches(), null, projects.server::at, null, null, null, null);
    return new Treat(steps, store(), () -> NOW);
  }

  private TreatmentStore store() {
    return new TreatmentStore() {
      @Override
      public List<Treatment> load() {
        return List.copyOf(treatments);
      }

      @Override
      public void save(List<Treatment> all) {
        var next = List.copyOf(all);
        treatments.clear();
        treatments.addAll(next);
      }
    };
  }

  private ServerProcess process() {
    return new ServerProcess() {
      @Override
      public boolean startedByUs() {
        return false;
      }

      @Override
      public void start(EndpointUrl url, Cancellation cancellation) throws PortException {
        if (cancellation.requested()) {
          throw new PortException(
              PortException.Kind.CANCELLED, Message.of("ollama.start.cancelled"));
        }
        if (startFails.isPresent()) {
          throw new PortException(startFails.get(), Message.of("doctor.risk.base-url"));
        }
        if (startBreaksAddress) {
          projects.files.put(SETTINGS, BROKEN);
        }
        down = false;
      }

      @Override
      public void stop() {
        down = true;
      }
    };
  }
}
