package dev.switchyard;

import dev.switchyard.cli.StartOptions;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.context.Mend;
import dev.switchyard.domain.modelfile.ServerMemory;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.domain.setup.FitsMachine;
import dev.switchyard.domain.setup.ReadLoaded;
import dev.switchyard.ui.about.AboutViewModel;
import dev.switchyard.ui.component.CopiedText;
import dev.switchyard.ui.launch.LaunchViewModel;
import dev.switchyard.ui.launch.Remedies;
import dev.switchyard.ui.launch.TerminalViewModel;
import dev.switchyard.ui.overview.AlarmsViewModel;
import dev.switchyard.ui.overview.FitsViewModel;
import dev.switchyard.ui.overview.LoadedViewModel;
import dev.switchyard.ui.overview.MemoryViewModel;
import dev.switchyard.ui.overview.OverviewScreen;
import dev.switchyard.ui.overview.OverviewViewModel;
import dev.switchyard.ui.overview.SetupViewModel;
import dev.switchyard.ui.pulse.RestingPulse;
import dev.switchyard.ui.session.CutNotices;
import dev.switchyard.ui.settings.BackgroundViewModel;
import dev.switchyard.ui.settings.LanguageViewModel;
import dev.switchyard.ui.settings.LearnedViewModel;
import dev.switchyard.ui.settings.PreferencesModel;
import dev.switchyard.ui.settings.SettingsScreen;
import dev.switchyard.ui.settings.SettingsViewModel;
import dev.switchyard.ui.settings.TakeBackViewModel;
import dev.switchyard.ui.shell.Appearance;
import dev.switchyard.ui.shell.BugDialog;
import dev.switchyard.ui.shell.MainWindow;
import dev.switchyard.ui.shell.NoticesViewModel;
import dev.switchyard.ui.shell.Screen;
import dev.switchyard.ui.shell.ServerPill;
import dev.switchyard.ui.shell.ServerViewModel;
import dev.switchyard.ui.shell.ShellView;
import dev.switchyard.ui.shell.ShellViewModel;
import dev.switchyard.ui.task.ThreadedTasks;
import dev.switchyard.ui.text.Texts;
import dev.switchyard.ui.tray.ClosingDialog;
import dev.switchyard.ui.tray.ClosingViewModel;
import dev.switchyard.ui.tray.TrayViewModel;
import dev.switchyard.ui.work.WorkViewModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Wires what only the window needs: view-models, screens, the shell around them.
final class WindowWiring implements AutoCloseable {
  /// When nobody waits any more for what the start brings.
  private static final Duration REST_AFTER = Duration.ofSeconds(4);

  private final NoticesViewModel notices;
  private final ThreadedTasks tasks;
  private final PreferencesModel preferences;
  private final ServerViewModel server;
  private final WorkViewModel work;
  private final OverviewViewModel overview;
  private final ProjectsWiring projects;
  private final WindowNavigator navigator;
  private final ShellViewModel shell;
  private final MainWindow window;
  private final List<Screen> screens;
  private final TrayViewModel tray;
  private final WindowDesk desk;

  /// @param quit ends the program
  WindowWiring(
      Wiring wiring, StartOptions options, ResidentWiring resident, Stage stage, Runnable quit) {
    var texts = resident.texts();
    notices = resident.notices();
    tasks = resident.tasks();
    preferences = resident.preferences();
    Appearance.begin(preferences.get().theme());
    tray = resident.tray();
    var bugs = bugs(wiring, Optional.of(stage), quit);
    Thread.currentThread().setUncaughtExceptionHandler((_, bug) -> bugs.show(bug));
    navigator = new WindowNavigator(this::bring);
    server =
        new ServerViewModel(
            tasks, wiring.server(), wiring.serverInspection(), wiring.serverProcess(), notices);
    work = new WorkViewModel(tasks, wiring.followWork(), server.stateProperty());
    var memory = new MemoryViewModel(tasks, wiring.memory());
    var serverMemory =
        new ServerMemory(wiring.server(), wiring.memory(), () -> preferences.get().otherMachine());
    var loaded =
        new LoadedViewModel(
            tasks,
            wiring.server(),
            new ReadLoaded(wiring.server(), wiring.seenLoads()),
            notices,
            wiring.clock(),
            memory::setLoaded);
    loaded.problemProperty().addListener((_, _, why) -> server.heard(why.isEmpty()));
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
    var fits =
        new FitsViewModel(tasks, new FitsMachine(wiring.server(), serverMemory, wiring.lessons()));
    var cuts = new CutNotices(notices, navigator);
    var alarms = new AlarmsViewModel(tasks, wiring.findAlarms(), navigator, this::mend, cuts);
    resident.watch().addOnNews(_ -> alarms.refresh());
    overview = new OverviewViewModel(memory, loaded, setup, fits, alarms);
    resident
        .loads()
        .setOnLooked(() -> {
          loaded.refresh();
          alarms.refresh();
        });
    preferences
        .preferencesProperty()
        .subscribe((before, now) -> {
          if (!before.otherMachine().equals(now.otherMachine())) {
            fits.refresh();
          }
        });
    wiring.memoryReadAhead().ifPresent(overview::begin);
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
            wiring,
            tasks,
            notices,
            navigator,
            resident.changes(),
            resident.written(),
            resident.watch(),
            launches(wiring),
            cuts,
            texts);
    var background =
        new BackgroundViewModel(
            preferences,
            tray.visibleProperty(),
            options.demo() ? Optional.empty() : wiring.loginStart(),
            tasks,
            notices);
    var about =
        new AboutViewModel(
            tasks,
            wiring.versions(),
            wiring.reporting().desktop(),
            wiring.reporting().folder(),
            text -> wiring.reporting().redaction().of(text),
            CopiedText::put,
            notices);
    var takeBack = new TakeBackViewModel(tasks, wiring.inheritAll(), resident.written()::announce);
    var learned = new LearnedViewModel(tasks, wiring.lessons(), notices);
    var language =
        new LanguageViewModel(
            preferences,
            texts.locale(),
            wiring::locale,
            wiring
                .startAgain()
                .map(start ->
                    () -> {
                      start.run();
                      quit.run();
                    }),
            !options.demo());
    screens =
        List.of(
            new OverviewScreen(overview, server, work, system, texts),
            ModelsWiring.screen(wiring, serverMemory, tasks, notices, navigator, texts),
            ModelfileWiring.screen(wiring, serverMemory, tasks, preferences, navigator, texts),
            projects.screen(),
            EndpointScreenWiring.screen(wiring, tasks, notices, navigator, texts),
            UsageScreenWiring.screen(wiring, tasks, notices, texts),
            DoctorScreenWiring.screen(
                wiring, tasks, notices, projects, navigator, () -> changed(resident), texts),
            CapabilityWiring.screen(wiring, tasks, navigator, texts),
            BenchmarkScreenWiring.screen(wiring, tasks, notices, navigator, texts),
            new SettingsScreen(
                settings, terminals, background, learned, takeBack, about, language, texts));
    shell = new ShellViewModel(screens.stream().map(Screen::id).toList(), options.demo());
    var view = new ShellView(shell, screens, notices, texts, () -> tools(texts));
    window = new MainWindow(stage, view, wiring.windowPlacement(), preferences.get().theme());
    window.setOnShown(this::shown);
    desk = new WindowDesk(window, shell, projects, bugs, quit);
    var dialog = new ClosingDialog(stage, texts);
    window.setOnCloseRequest(
        new ClosingViewModel(preferences, tray.visibleProperty(), desk, dialog)::close);
    preferences.preferencesProperty().subscribe(this::apply);
    tasks.after(REST_AFTER, () -> RestingPulse.begin().ifPresent(why -> logNoRest(wiring, why)));
  }

  private List<Node> tools(Texts texts) {
    return List.of(
        new ServerPill(server, work, texts, () -> shell.show("overview")), projects.topBar());
  }

  private void logNoRest(Wiring wiring, Throwable why) {
    tasks.perform(
        _ -> wiring.log().failure("JavaFX's clock goes on while nothing moves", why),
        () -> {},
        _ -> {});
  }

  /// @param whenDrawn called when the window's first picture is on the screen
  void show(Runnable whenDrawn) {
    window.setOnDrawn(whenDrawn);
    window.show();
  }

  /// What others ask of the window.
  WindowDesk desk() {
    return desk;
  }

  ShellViewModel shell() {
    return shell;
  }

  PreferencesModel preferences() {
    return preferences;
  }

  WindowNavigator navigator() {
    return navigator;
  }

  NoticesViewModel notices() {
    return notices;
  }

  List<Screen> screens() {
    return screens;
  }

  private LaunchViewModel launches(Wiring wiring) {
    return wiring
        .launching()
        .model(tasks, preferences::get, notices, new Remedies(server::start, navigator));
  }

  /// @param owner the window that the dialog stands above
  static BugDialog bugs(Wiring wiring, Optional<Window> owner, Runnable quit) {
    return new BugDialog(
        owner,
        new Texts(Locale.getDefault()),
        wiring.crashes()::of,
        folder -> Thread.ofVirtual().start(() -> open(wiring, folder)),
        quit);
  }

  /// Where it does not open, its path stands in the dialog.
  private static void open(Wiring wiring, Path folder) {
    try {
      wiring.reporting().desktop().open(folder);
    } catch (PortException e) {
      wiring.log().failure("open " + folder, e);
    }
  }

  /// What the doctor has mended shows at once everywhere.
  private void changed(ResidentWiring resident) {
    resident.written().announce();
    server.refresh();
  }

  private void mend(ProjectRoute row, Mend mend, Runnable ended) {
    projects.mend(row, mend, ended);
  }

  private void bring(String screen) {
    shell.show(screen);
  }

  private void shown(boolean isShown) {
    server.setPaused(!isShown);
    work.setWindowShown(isShown);
    projects.setWindowShown(isShown);
    overview.setWindowShown(isShown);
  }

  private void apply(Preferences chosen) {
    window.setTheme(chosen.theme());
    window.setScalePercent(chosen.scalePercent());
  }

  @Override
  public void close() {
    window.close();
    screens.forEach(Screen::close);
    projects.close();
    overview.close();
    work.close();
    server.close();
  }
}
