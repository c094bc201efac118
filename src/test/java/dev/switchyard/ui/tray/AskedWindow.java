package dev.switchyard.ui.tray;

import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.ui.launch.LaunchTarget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A window that only remembers what it was asked for.
final class AskedWindow implements WindowAccess {
  final List<String> asked = new ArrayList<>();

  @Override
  public void open() {
    asked.add("open");
  }

  @Override
  public void openMinimised() {
    asked.add("open minimised");
  }

  @Override
  public void quit() {
    asked.add("quit");
  }

  @Override
  public void decide(Path folder, RouteChoice choice, Optional<String> model) {
    asked.add("decide %s %s %s".formatted(folder.getFileName(), choice, model.orElse("-")));
  }

  @Override
  public void decideDefault(RouteChoice choice) {
    asked.add("decide default " + choice);
  }

  @Override
  public void showProject(Path folder) {
    asked.add("show " + folder.getFileName());
  }

  @Override
  public void decideLaunch(LaunchTarget project) {
    asked.add("launch " + project.folder().getFileName());
  }

  @Override
  public void undo() {
    asked.add("undo");
  }

  @Override
  public void report(Throwable bug) {
    asked.add("bug: " + bug.getMessage());
  }
}
