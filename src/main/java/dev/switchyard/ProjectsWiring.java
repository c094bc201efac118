package dev.switchyard;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.context.Mend;
import dev.switchyard.domain.context.ReloadModel;
import dev.switchyard.domain.launch.CloudOnceCommand;
import dev.switchyard.domain.launch.shell.Shells;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.project.ProjectOptions;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.watch.RouteNews;
import dev.switchyard.ui.launch.LaunchTarget;
import dev.switchyard.ui.launch.LaunchViewModel;
import dev.switchyard.ui.projects.ContextViewModel;
import dev.switchyard.ui.projects.DefaultRouteControl;
import dev.switchyard.ui.projects.DefaultRouteViewModel;
import dev.switchyard.ui.projects.ElsewhereViewModel;
import dev.switchyard.ui.projects.HistoryViewModel;
import dev.switchyard.ui.projects.LimitsViewModel;
import dev.switchyard.ui.projects.Places;
import dev.switchyard.ui.projects.ProjectsView;
import dev.switchyard.ui.projects.ProjectsViewModel;
import dev.switchyard.ui.projects.RouteChanges;
import dev.switchyard.ui.projects.VerifyViewModel;
import dev.switchyard.ui.projects.WhyViewModel;
import dev.switchyard.ui.projects.WrittenRoutes;
import dev.switchyard.ui.session.CutNotices;
import dev.switchyard.ui.session.SessionsViewModel;
import dev.switchyard.ui.share.TeamViewModel;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.shell.Screen;
import dev.switchyard.ui.task.Tasks;
import dev.switchyard.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;

/// Wires the Projects screen and the default route of the top bar.
final class ProjectsWiring implements AutoCloseable {
  private final ProjectsViewModel projects;
  private final VerifyViewModel verify;
  private final HistoryViewModel history;
  private final LimitsViewModel limits;
  private final DefaultRouteViewModel defaultRoute;
  private final SessionsViewModel sessions;
  private final ContextViewModel contexts;
  private final ElsewhereViewModel elsewhere;
  private final LaunchViewModel launch;
  private final TeamViewModel team;
  private final WindowNavigator navigator;
  private final Places places;
  private final Texts texts;

  /// @param launch starts Claude Code for the project that the screen is about
  ProjectsWiring(
      Wiring wiring,
      Tasks tasks,
      Notices notices,
      WindowNavigator navigator,
      RouteChanges changes,
      WrittenRoutes written,
      WatchWiring watch,
      LaunchViewModel launch,
      CutNotices cuts,
      Texts texts) {
    this.launch = launch;
    this.navigator = navigator;
    this.texts = texts;
    var routing = wiring.routing();
    projects =
        new ProjectsViewModel(
            tasks,
            routing.projectRoutes(),
            routing.projects(),
            wiring.switchRoute(),
            changes,
            () -> models(wiring),
            questions(wiring),
            wiring.proofs(),
            notices,
            written);
    verify =
        new VerifyViewModel(
            tasks, wiring.verifyRoute(), wiring.followWork(), projects, notices, wiring.clock());
    var shell = Shells.usual(wiring.surroundings());
    sessions =
        new SessionsViewModel(
            tasks,
            wiring.sessions(),
            wiring.cutPrompts()::in,
            report -> report.restartLine(shell),
            cuts::tell);
    elsewhere = new ElsewhereViewModel(notices, navigator::showProjects, projects::propose);
    history = new HistoryViewModel(tasks, wiring.settingsHistory(), projects, notices, written);
    limits =
        new LimitsViewModel(
            tasks,
            new LimitsViewModel.Uses(routing::localOnly, routing::fallbacks, routing::knowledge),
            projects,
            written);
    navigator.setOnProject(projects::select);
    navigator.setOnSection(projects::section);
    navigator.setOnProof(folder -> {
      projects.select(folder);
      verify.look();
    });
    projects.setOnCheck(navigator::showDoctor);
    var home = wiring.home().directory();
    places = new Places(home);
    defaultRoute =
        new DefaultRouteViewModel(
            tasks,
            wiring.routes(),
            changes,
            home,
            () -> models(wiring),
            notices,
            projects::undo,
            written);
    contexts =
        new ContextViewModel(
            tasks,
            wiring.checkContext(),
            new ReloadModel(wiring::serverAt),
            projects,
            navigator,
            defaultRoute::choose,
            notices);
    team = new TeamViewModel(tasks, wiring::team, notices, written::announce);
    projects
        .selectedProperty()
        .subscribe(row -> team.setProject(row.map(one -> one.project().folder())));
    written.addReader(sessions::refresh);
    watch.addOnNews(this::heard);
    watch.addOnElsewhere(projects::refresh);
    projects
        .stateProperty()
        .subscribe(state -> {
          if (state instanceof ProjectsViewModel.State.Listed(var listed, _)) {
            var folders = listed.stream().map(row -> row.project().folder()).toList();
            sessions.setFolders(folders);
            watch.followListed(folders);
          }
        });
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

  private void heard(RouteNews news) {
    projects.changed(
        news.folders().stream()
            .flatMap(one -> one.folder().stream())
            .collect(Collectors.toUnmodifiableSet()));
    defaultRoute.refresh();
    sessions.refresh();
    elsewhere.heard(news);
  }

  static RouteChanges changes(Wiring wiring) {
    var routing = wiring.routing();
    return new RouteChanges(
        wiring.switchRoute(),
        new ServersOfRoutes(wiring),
        routing.projects(),
        new ProjectOptions(routing.files(), routing.repositories()),
        wiring.routes(),
        new CloudOnceCommand(wiring.routes())::text,
        wiring.sessions()::openAfter);
  }

  /// Makes a place of a project agree with the others; what changes files is shown before on the
  /// project's own screen.
  void mend(ProjectRoute row, Mend mend, Runnable ended) {
    if (mend instanceof Mend.WriteRoute) {
      navigator.showProjects(Optional.of(row.project().folder()));
    }
    contexts.mend(row, mend, ended);
  }

  Screen screen() {
    return new ProjectsView(
        projects, verify, sessions, contexts, elsewhere, history, limits, launch, team, places,
        texts);
  }

  Node topBar() {
    return new DefaultRouteControl(defaultRoute, places, texts);
  }

  /// @param reader told of the project that is looked at, now and whenever it is another one
  void followLookedAt(Consumer<Path> reader) {
    projects
        .selectedProperty()
        .map(row -> row.map(one -> one.project().folder()))
        .subscribe(folder -> folder.ifPresent(reader));
  }

  /// Takes the last switch back.
  void undo() {
    projects.undo();
  }

  void select(Path folder) {
    projects.select(folder);
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
  static List<String> models(Wiring wiring) throws PortException {
    return wiring.server().installed().stream()
        .sorted(ClaudeCodeReadiness.BEST_FIRST)
        .map(InstalledModel::name)
        .map(name -> name.shortText())
        .toList();
  }

  @Override
  public void close() {
    verify.close();
    sessions.close();
    contexts.close();
    projects.close();
    defaultRoute.close();
  }
}
