package dev.switchyard;

import dev.switchyard.ui.shell.Navigator;
import dev.switchyard.ui.shell.ShellViewModel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/// Sends the person to a screen, and tells that screen what is wanted. Screens plug in what they do
/// with it.
final class WindowNavigator implements Navigator {
  private final Consumer<String> show;
  private Consumer<String> onPull = _ -> {};
  private Consumer<Optional<String>> onModelfile = _ -> {};
  private ObjIntConsumer<String> onContext = (_, _) -> {};
  private Consumer<String> onProbe = _ -> {};
  private Consumer<Path> onProject = _ -> {};
  private Consumer<Path> onSection = _ -> {};
  private Consumer<Path> onProof = _ -> {};
  private Consumer<Path> onDoctor = _ -> {};

  /// @param show brings the screen of an id to the front, as [ShellViewModel#show] does
  WindowNavigator(Consumer<String> show) {
    this.show = show;
  }

  void setOnPull(Consumer<String> handler) {
    onPull = handler;
  }

  void setOnModelfile(Consumer<Optional<String>> handler) {
    onModelfile = handler;
  }

  void setOnContext(ObjIntConsumer<String> handler) {
    onContext = handler;
  }

  void setOnProbe(Consumer<String> handler) {
    onProbe = handler;
  }

  void setOnProject(Consumer<Path> handler) {
    onProject = handler;
  }

  void setOnSection(Consumer<Path> handler) {
    onSection = handler;
  }

  void setOnProof(Consumer<Path> handler) {
    onProof = handler;
  }

  void setOnDoctor(Consumer<Path> handler) {
    onDoctor = handler;
  }

  @Override
  public void showOverview() {
    show.accept("overview");
  }

  @Override
  public void showModels(Optional<String> pull) {
    show.accept("models");
    pull.ifPresent(onPull);
  }

  @Override
  public void showModelfile(Optional<String> model) {
    show.accept("modelfile");
    onModelfile.accept(model);
  }

  @Override
  public void showModelfile(String model, int tokens) {
    show.accept("modelfile");
    onContext.accept(model, tokens);
  }

  @Override
  public void showProjects(Optional<Path> project) {
    show.accept("projects");
    project.ifPresent(onProject);
  }

  @Override
  public void showSection(Path project) {
    show.accept("projects");
    onSection.accept(project);
  }

  @Override
  public void showProof(Path project) {
    show.accept("projects");
    onProof.accept(project);
  }

  /// The screen examines what it is about when it comes to the front.
  @Override
  public void showDoctor(Path project) {
    onDoctor.accept(project);
    show.accept("doctor");
  }

  @Override
  public void showCapabilities(String model) {
    onProbe.accept(model);
    show.accept("capabilities");
  }

  @Override
  public void showSettings() {
    show.accept("settings");
  }
}
