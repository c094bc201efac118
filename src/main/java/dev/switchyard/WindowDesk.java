package dev.switchyard;

import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.ui.launch.LaunchTarget;
import dev.switchyard.ui.shell.BugDialog;
import dev.switchyard.ui.shell.MainWindow;
import dev.switchyard.ui.shell.ShellViewModel;
import dev.switchyard.ui.tray.ClosingViewModel;
import dev.switchyard.ui.tray.WindowAccess;
import java.nio.file.Path;
import java.util.Optional;

/// What the tray, and closing the window, do to the window.
final class WindowDesk implements WindowAccess, ClosingViewModel.Desk {
  private static final String PROJECTS = "projects";

  private final MainWindow window;
  private final ShellViewModel shell;
  private final ProjectsWiring projects;
  private final BugDialog bugs;
  private final Runnable quit;

  /// @param quit ends the program
  WindowDesk(
      MainWindow window,
      ShellViewModel shell,
      ProjectsWiring projects,
      BugDialog bugs,
      Runnable quit) {
    this.window = window;
    this.shell = shell;
    this.projects = projects;
    this.bugs = bugs;
    this.quit = quit;
  }

  @Override
  public void open() {
    window.bringToFront();
  }

  @Override
  public void openMinimised() {
    window.showMinimised();
  }

  @Override
  public void quit() {
    quit.run();
  }

  @Override
  public void decide(Path folder, RouteChoice choice, Optional<String> model) {
    open();
    shell.show(PROJECTS);
    projects.propose(folder, choice, model);
  }

  @Override
  public void decideDefault(RouteChoice choice) {
    open();
    projects.proposeDefault(choice);
  }

  @Override
  public void showProject(Path folder) {
    open();
    shell.show(PROJECTS);
    projects.select(folder);
  }

  @Override
  public void decideLaunch(LaunchTarget project) {
    open();
    shell.show(PROJECTS);
    projects.launch(project);
  }

  @Override
  public void undo() {
    projects.undo();
  }

  @Override
  public void report(Throwable bug) {
    open();
    bugs.show(bug);
  }

  @Override
  public void hide() {
    window.hide();
  }

  @Override
  public void minimise() {
    window.minimise();
  }
}
