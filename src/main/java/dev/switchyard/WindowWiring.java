package dev.switchyard;

import dev.switchyard.cli.StartOptions;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.modelfile.ServerMemory;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.domain.preference.PreferencesStore;
import dev.switchyard.domain.route.ExplainCloudOnce;
import dev.switchyard.domain.setup.FitsMachine;
import dev.switchyard.domain.setup.ReadLoaded;
import dev.switchyard.ui.launch.LaunchViewModel;
import dev.switchyard.ui.launch.OneOffs;
import dev.switchyard.ui.launch.Remedies;
import dev.switchyard.ui.launch.TerminalViewModel;
import dev.switchyard.ui.overview.FitsViewModel;
import dev.switchyard.ui.overview.LoadedViewModel;
import dev.switchyard.ui.overview.MemoryViewModel;
import dev.switchyard.ui.overview.OverviewScreen;
import dev.switchyard.ui.overview.OverviewViewModel;
import dev.switchyard.ui.overview.SetupViewModel;
import dev.switchyard.ui.settings.BackgroundViewModel;
import dev.switchyard.ui.settings.PreferencesModel;
import dev.switchyard.ui.settings.SettingsScreen;
import dev.switchyard.ui.settings.SettingsViewModel;
import dev.switchyard.ui.settings.TakeBackViewModel;
import dev.switchyard.ui.shell.BugDialog;
import dev.switchyard.ui.shell.MainWindow;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.shell.NoticesViewModel;
import dev.switchyard.ui.shell.Screen;
import dev.switchyard.ui.shell.ServerPill;
import dev.switchyard.ui.shell.ServerViewModel;
import dev.switchyard.ui.shell.ShellView;
import dev.switchyard.ui.shell.ShellViewModel;
import dev.switchyard.ui.task.FxTasks;
import dev.switchyard.ui.text.Texts;
import dev.switchyard.ui.tray.ClosingDialog;
import dev.switchyard.ui.tray.ClosingViewModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;
import javafx.util.Duration;

/// Wires what only the window needs: view-models, screens, the shell around them.
final class WindowWiring implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  private final Texts texts = new Texts(Locale.getDefault());
  private final NoticesViewModel notices = new NoticesViewModel();
  private final BugDialog bugs;
  private final FxTasks tasks;
  private final PreferencesModel preferences;
  private final ServerViewModel server;
  private final OverviewViewModel overview;
  private final ProjectsWiring projects;
  private final WindowNavigator navigator;
  private final ShellViewModel shell;
  private final MainWindow window;
  private final List<Screen> screens;
  private final TrayWiring tray;

  /// @param quit ends the program
  WindowWiring(Wiring wiring, StartOptions options, Stage stage, Runnable quit) {
    bugs = new BugDialog(stage, texts);
    navigator = new WindowNavigator(this::bring);
    tasks = new FxTasks(bugs::show);
    Thread.currentThread().setUncaughtExceptionHandler((_, bug) -> bugs.show(bug));
    preferences = new PreferencesModel(tasks, wiring.preferences(), notices, load(wiring));
    server =
        new ServerViewModel(
            tasks, wiring.server(), wiring.serverInspection(), wiring.serverProcess(), notices);
    var memory = new MemoryViewModel(tasks, wiring.memory());
    var serverMemory = new ServerMemory(wiring.server(), wiring.memory());
    var loaded =
        new LoadedViewModel(
            tasks,
            wiring.server(),
            new ReadLoaded(wiring.server(), serverMemory),
            notices,
            wiring.clock(),
            memory::setLoaded);
    var system = wiring.surroundings().system();
    var setup =
        new SetupViewModel(
            tasks,
            wiring.server(),
            wiring.programs(),
            wiring.routing().setups(),
            server,
            launches(wiring),
            navigator,
            notices,
            system);
    var fits = new FitsViewModel(tasks, new FitsMachine(wiring.server(), serverMemory));
    overview = new OverviewViewModel(memory, loaded, setup, fits);
    var settings =
        new SettingsViewModel(
            preferences,
            wiring.home().configuration().resolve("settings.json"),
            wiring.fallbackUrl(),
            url -> {
              wiring.changeServer(url);
              server.refresh();
              loaded.refresh();
            });
    var terminals =
        new TerminalViewModel(
            tasks,
            wiring.launching().terminals(),
            wiring.launching().opener(),
            wiring.home().directory(),
            preferences.preferencesProperty(),
            preferences::change);
    projects =
        new ProjectsWiring(
            wiring, tasks, tasks::fromOutside, notices, navigator, launches(wiring), texts);
    tray =
        new TrayWiring(
            wiring, tasks, projects.changes(), launches(wiring), notices, projects::undo, texts);
    tray.model().setOnSwitched(projects::refresh);
    var background =
        new BackgroundViewModel(
            preferences,
            tray.model().visibleProperty(),
            options.demo() ? Optional.empty() : wiring.loginStart(),
            tasks,
            notices);
    var takeBack = new TakeBackViewModel(tasks, wiring.inheritAll(), projects::refresh);
    screens =
        List.of(
            new OverviewScreen(overview, server, system, texts),
            ModelsWiring.screen(wiring, tasks, notices, navigator, texts),
            ModelfileWiring.screen(wiring, tasks, navigator, texts),
            projects.screen(),
            new SettingsScreen(settings, terminals, background, takeBack, texts));
    shell = new ShellViewModel(screens.stream().map(Screen::id).toList(), options.demo());
    List<Node> tools =
        List.of(new ServerPill(server, texts, () -> shell.show("overview")), projects.topBar());
    var view = new ShellView(shell, screens, notices, texts, tools);
    window = new MainWindow(stage, view, wiring.windowPlacement());
    window.setOnShown(this::shown);
    var desk = new WindowDesk(window, shell, projects, quit);
    tray.model().setWindow(desk);
    var dialog = new ClosingDialog(stage, texts);
    window.setOnCloseRequest(
        new ClosingViewModel(preferences, tray.model().visibleProperty(), desk, dialog)::close);
    preferences.preferencesProperty().subscribe(this::apply);
  }

  void show() {
    window.show();
    tray.open();
  }

  /// Shows the icon alone. At login the panel that shows it may come later than this program; where
  /// none comes, the window is the only way in.
  void startInTray() {
    tray.open();
    var patience = new PauseTransition(Duration.seconds(PATIENCE_SECONDS));
    patience.setOnFinished(_ -> {
      if (!tray.model().visibleProperty().get()) {
        window.showMinimised();
      }
    });
    patience.play();
  }

  /// May be called on any thread.
  void bringToFront() {
    tasks.fromOutside(window::bringToFront);
  }

  ShellViewModel shell() {
    return shell;
  }

  PreferencesModel preferences() {
    return preferences;
  }

  NoticesViewModel notices() {
    return notices;
  }

  List<Screen> screens() {
    return screens;
  }

  /// One for each screen that launches: each has its own project and its own warnings.
  private LaunchViewModel launches(Wiring wiring) {
    return new LaunchViewModel(
        tasks,
        wiring.launching().launcher(),
        preferences::get,
        notices,
        WindowWiring::copy,
        new Remedies(server::start, navigator),
        new OneOffs(
            () -> ProjectsWiring.models(wiring),
            wiring.localOnce(),
            new ExplainCloudOnce(wiring.routes())));
  }

  private static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void bring(String screen) {
    shell.show(screen);
  }

  private void shown(boolean isShown) {
    server.setPaused(!isShown);
    projects.setWindowShown(isShown);
    overview.setWindowShown(isShown);
    tray.model().setWindowShown(isShown);
  }

  private void apply(Preferences chosen) {
    window.setTheme(chosen.theme());
    window.setScalePercent(chosen.scalePercent());
  }

  private PreferencesStore.Loaded load(Wiring wiring) {
    try {
      return wiring.preferences().load();
    } catch (PortException e) {
      notices.show(Notices.Kind.ERROR, e.text());
      return new PreferencesStore.Loaded(Preferences.DEFAULT, Optional.empty());
    }
  }

  @Override
  public void close() {
    tray.close();
    window.close();
    projects.close();
    overview.close();
    server.close();
    tasks.close();
  }
}
