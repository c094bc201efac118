package dev.switchyard.ui.shell;

import java.nio.file.Path;
import java.util.Optional;

/// How one screen sends the person to another.
public interface Navigator {
  void showOverview();

  /// @param pull a name to put into the pull field
  void showModels(Optional<String> pull);

  /// @param model an installed model or a saved Modelfile to open; empty for a new one from the
  ///   template
  void showModelfile(Optional<String> model);

  /// Opens a model's Modelfile with another context length set, to be looked at before it is built.
  ///
  /// @param tokens the length, in tokens
  void showModelfile(String model, int tokens);

  void showProjects(Optional<Path> project);

  /// Looks at a project and prepares the guide's section in its CLAUDE.md, to be looked at before
  /// it is written.
  void showSection(Path project);

  /// Looks at what is proven of a project's route, beside the button that proves it.
  void showProof(Path project);

  /// Has the doctor examine a project.
  void showDoctor(Path project);

  /// @param model an installed model to be probed next, as its server names it
  void showCapabilities(String model);

  void showSettings();
}
