package dev.switchyard.fake;

import dev.switchyard.ui.shell.Navigator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Notes where the person was sent, and what for.
public final class VisitedScreens implements Navigator {
  public final List<String> all = new ArrayList<>();

  @Override
  public void showOverview() {
    all.add("overview");
  }

  @Override
  public void showModels(Optional<String> pull) {
    visit("models", pull);
  }

  @Override
  public void showModelfile(Optional<String> model) {
    visit("modelfile", model);
  }

  @Override
  public void showModelfile(String model, int tokens) {
    all.add("modelfile " + model + " " + tokens);
  }

  @Override
  public void showProjects(Optional<Path> project) {
    visit("projects", project);
  }

  @Override
  public void showSection(Path project) {
    all.add("section " + project);
  }

  @Override
  public void showProof(Path project) {
    all.add("proof " + project);
  }

  @Override
  public void showDoctor(Path project) {
    all.add("doctor " + project);
  }

  @Override
  public void showCapabilities(String model) {
    all.add("capabilities " + model);
  }

  @Override
  public void showSettings() {
    all.add("settings");
  }

  private void visit(String screen, Optional<?> what) {
    all.add(what.map(one -> screen + " " + one).orElse(screen));
  }
}
