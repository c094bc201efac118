package dev.switchyard;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.launch.CloudOnceCommand;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.project.ProjectOptions;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.ProjectRoutes;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.ui.launch.LaunchTarget;
import dev.switchyard.ui.launch.LaunchViewModel;
import dev.switchyard.ui.projects.DefaultRouteControl;
import dev.switchyard.ui.projects.DefaultRouteViewModel;
import dev.switchyard.ui.projects.Places;
import dev.switchyard.ui.projects.ProjectsView;
import dev.switchyard.ui.projects.ProjectsViewModel;
import dev.switchyard.ui.projects.RouteChanges;
import dev.switchyard.ui.projects.VerifyViewModel;
import dev.switchyard.ui.projects.WhyViewModel;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.shell.Screen;
import dev.switchyard.ui.task.Tasks;
import dev.switchyard.ui.text.Texts;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/// Wires the Projects screen and the default route of the top bar.
final class ProjectsWiring implements AutoCloseable {
  private final ProjectsViewModel projects;
  private final VerifyViewModel verify;
  private final DefaultRouteViewModel defaultRoute;
  private final LaunchViewModel launch;
  private final RouteChanges changes;
  private final Places places;
  private final Texts texts;

  /// @param launch starts Claude Code for the project that the screen is about
  ProjectsWiring(
      Wiring wiring,
      Tasks tasks,
      Notices notices,
      WindowNavigator navigator,
      LaunchViewModel launch,
      Texts texts) {
    this.launch = launch;
    this.texts = texts;
    var routing = wiring.routing();
    changes =
        new RouteChanges(
            wiring.switchRoute(),
            wiring.localTargets(),
            routing.projects(),
            new ProjectOptions(routing.files(), routing.repositories()),
            wiring.routes(),
            new CloudOnceCommand(wiring.routes())::text);
    projects =
        new ProjectsViewModel(
            tasks,
            new ProjectRoutes(routing.projects(), wiring.routes(), wiring.switchRoute()),
            routing.projects(),
            wiring.switchRoute(),
            changes,
            () -> models(wiring),
            questions(wiring),
            wiring.proofs(),
            notices);
    verify = new VerifyViewModel(tasks, wiring.verifyRoute(), projects, notices, wiring.clock());
    navigator.setOnProject(projects::select);
    navigator.setOnSection(projects::section);
    var home = wiring.home().directory();
    places = new Places(home);
    defaultRoute =
        new DefaultRouteViewModel(
            tasks, wiring.routes(), changes, home, () -> models(wiring), notices, projects::undo);
  }

  private static WhyViewModel.Questions questions(Wiring wiring) {
    var explain = wiring.explainModel();
    return new WhyViewModel.Questions() {
      @Override
      public List<Message> explain(EffectiveRoute route, String model) {
        return explain.explain(route, model);
      }

      @Override
      public void forget() {
        wiring.routing().environments().forget();
      }
    };
  }

  Screen screen() {
    return new ProjectsView(projects, verify, launch, places, texts);
  }

  Node topBar() {
    return new DefaultRouteControl(defaultRoute, places, texts);
  }

  RouteChanges changes() {
    return changes;
  }

  /// Takes the last switch back.
  void undo() {
    projects.undo();
  }

  /// A route was switched elsewhere in the program.
  void refresh() {
    projects.refresh();
    defaultRoute.refresh();
  }

  void propose(Path folder, RouteChoice choice, Optional<String> model) {
    projects.propose(folder, choice, model);
  }

  void proposeDefault(RouteChoice choice) {
    defaultRoute.choose(choice);
  }

  /// Launches Claude Code for a project as the screen's own button does.
  void launch(LaunchTarget project) {
    projects.select(project.folder());
    launch.setTarget(Optional.of(project));
    launch.launch();
  }

  void setWindowShown(boolean shown) {
    defaultRoute.setPaused(!shown);
  }

  /// Models that can drive Claude Code come first.
  private static List<String> models(Wiring wiring) throws PortException {
    return wiring.server().installed().stream()
        .sorted(Comparator.comparing(model -> ClaudeCodeReadiness.of(model).level()))
        .map(InstalledModel::name)
        .map(name -> name.shortText())
        .toList();
  }

  @Override
  public void close() {
    verify.close();
    projects.close();
    defaultRoute.close();
  }
}
