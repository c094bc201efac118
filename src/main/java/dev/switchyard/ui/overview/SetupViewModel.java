package dev.switchyard.ui.overview;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.OllamaVersions;
import dev.switchyard.domain.launch.InstallHint;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.Programs;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.setup.BestModel;
import dev.switchyard.domain.setup.ModelSuggestion;
import dev.switchyard.domain.setup.ProjectSetup;
import dev.switchyard.domain.setup.ServerState;
import dev.switchyard.domain.setup.SetupChecklist;
import dev.switchyard.domain.setup.SetupFacts;
import dev.switchyard.domain.setup.SetupProjects;
import dev.switchyard.domain.setup.SetupStep;
import dev.switchyard.ui.launch.LaunchTarget;
import dev.switchyard.ui.launch.LaunchViewModel;
import dev.switchyard.ui.shell.Navigator;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.shell.ServerViewModel;
import dev.switchyard.ui.task.Tasks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The checklist, and what its buttons do.
public final class SetupViewModel implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  private final ModelServer server;
  private final SetupProjects projectSource;
  private final ServerViewModel serverModel;
  private final LaunchViewModel launches;
  private final Navigator navigator;
  private final Notices notices;
  private final OperatingSystem system;
  private final Tasks.Poll lists;
  private final Tasks.Poll search;
  private final ReadOnlyObjectWrapper<List<SetupStep>> steps =
      new ReadOnlyObjectWrapper<>(List.of());

  private Optional<Known<Program>> claude = Optional.empty();
  private Optional<MemoryReading> reading = Optional.empty();
  private Optional<BestModel> best = Optional.empty();
  private List<InstalledModel> models = List.of();
  private List<ProjectSetup> projects = List.of();
  private final Set<Path> launched = new HashSet<>();

  public SetupViewModel(
      Tasks tasks,
      ModelServer server,
      Programs programs,
      SetupProjects projectSource,
      ServerViewModel serverModel,
      LaunchViewModel launches,
      Navigator navigator,
      Notices notices,
      OperatingSystem system) {
    this.server = server;
    this.projectSource = projectSource;
    this.serverModel = serverModel;
    this.launches = launches;
    this.navigator = navigator;
    this.notices = notices;
    this.system = system;
    lists = tasks.poll(INTERVAL, _ -> read(), this::show, this::failed);
    search = tasks.poll(INTERVAL, _ -> programs.claude(), this::show, this::failed);
    serverModel.stateProperty().addListener((_, _, _) -> lists.refresh());
    launches.openedProperty().addListener((_, _, now) -> now.ifPresent(this::launched));
  }

  private record Seen(List<InstalledModel> models, List<ProjectSetup> projects) {}

  /// Empty until everything was asked once.
  public ReadOnlyObjectProperty<List<SetupStep>> stepsProperty() {
    return steps.getReadOnlyProperty();
  }

  /// The launch of the last step.
  public LaunchViewModel launches() {
    return launches;
  }

  public void setPaused(boolean paused) {
    lists.setPaused(paused);
    search.setPaused(paused);
  }

  /// The model that was computed to be the best for this machine; empty while none was.
  void setBest(Optional<BestModel> now) {
    best = now;
    publish();
  }

  /// The memory decides which model is suggested for as long as nothing was computed.
  public void setReading(MemoryReading now) {
    boolean first = reading.isEmpty();
    reading = Optional.of(now);
    if (first) {
      publish();
    }
  }

  /// The command that a step's button copies; empty for what the button does itself.
  public Optional<String> commandOf(SetupStep.Action action) {
    return switch (action) {
      case COPY_CLAUDE_INSTALL -> Optional.of(InstallHint.installer(system));
      case COPY_OLLAMA_INSTALL -> Optional.of(OllamaVersions.installCommand(system));
      case COPY_OLLAMA_UPGRADE -> Optional.of(OllamaVersions.upgradeCommand(system));
      default -> Optional.empty();
    };
  }

  /// Does what a step's button says.
  public void run(SetupStep.Action action) {
    switch (action) {
      case COPY_CLAUDE_INSTALL, COPY_OLLAMA_INSTALL, COPY_OLLAMA_UPGRADE ->
          notices.show(Notices.Kind.INFO, Message.of("setup.copied"));
      case START_SERVER -> serverModel.start();
      case SHOW_SETTINGS -> navigator.showSettings();
      case PULL_MODEL -> navigator.showModels(suggestion().map(ModelSuggestion::modelName));
      case BUILD_VARIANT -> navigator.showModelfile(Optional.empty());
      case CHOOSE_PROJECT -> navigator.showProjects(Optional.empty());
      case LAUNCH -> routed().ifPresent(this::launch);
      case WRITE_CLAUDE_MD -> routed().ifPresent(navigator::showSection);
    }
  }

  private Optional<ModelSuggestion> suggestion() {
    return best.map(ModelSuggestion::of).or(() -> reading.map(ModelSuggestion::of));
  }

  private Optional<Path> routed() {
    return facts().flatMap(SetupChecklist::routedProject).map(ProjectSetup::folder);
  }

  private void launch(Path project) {
    launches.setTarget(Optional.of(new LaunchTarget(project, Optional.of(RouteChoice.LOCAL))));
    launches.launch();
  }

  private void launched(LaunchTarget target) {
    launched.add(target.folder());
    publish();
  }

  private Seen read() throws PortException {
    return new Seen(installed(), projectSource.read());
  }

  /// While the server cannot be asked, nothing is known to be installed; why is said elsewhere.
  private List<InstalledModel> installed() {
    try {
      return server.installed();
    } catch (PortException _) {
      return List.of();
    }
  }

  private void show(Seen seen) {
    models = seen.models();
    projects = seen.projects();
    publish();
  }

  private void show(Known<Program> program) {
    claude = Optional.of(program);
    publish();
  }

  private void failed(PortException failure) {
    notices.show(Notices.Kind.ERROR, failure.text());
  }

  private void publish() {
    facts().ifPresent(known -> steps.set(SetupChecklist.of(known)));
  }

  private Optional<SetupFacts> facts() {
    var state = serverModel.stateProperty().get();
    return claude.flatMap(program ->
        state.flatMap(known -> suggestion().map(wanted -> facts(program, known, wanted))));
  }

  private SetupFacts facts(Known<Program> program, ServerState state, ModelSuggestion wanted) {
    return new SetupFacts(program, state, models, wanted, projects, launched);
  }

  @Override
  public void close() {
    lists.close();
    search.close();
  }
}
