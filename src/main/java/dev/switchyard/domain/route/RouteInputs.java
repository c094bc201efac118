package dev.switchyard.domain.route;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that decides where Claude Code's requests go when it is started in one folder.
///
/// @param folder where it is started
/// @param layers its settings files, strongest first
/// @param process the environment that it is started with, the weakest layer
/// @param model what `--model` or a resumed session says, stronger than the settings' own
/// @param account what it has stored
/// @param unread settings files nearby that a person may expect to count, but that do not
/// @param knowledge what the person has told Switchyard besides
public record RouteInputs(
    Path folder,
    List<SettingsLayer> layers,
    StartEnvironment process,
    Optional<ClaudeStart.ModelArgument> model,
    Account account,
    List<Unread> unread,
    RouteKnowledge knowledge) {
  /// A settings file that routes, but is not looked up from this folder.
  ///
  /// @param file the file
  /// @param kind why it is not
  public record Unread(Path file, Kind kind) {
    /// Why Claude Code passes a file over.
    public enum Kind {
      /// A `settings.json` counts only where Claude Code is started in exactly its folder.
      PARENT_PROJECT,
      /// Of a git checkout only the `settings.local.json` of the main root counts, and that of the
      /// very folder.
      SUBFOLDER_LOCAL
    }
  }

  public RouteInputs {
    layers = List.copyOf(layers);
    unread = List.copyOf(unread);
  }

  /// The same files below another environment.
  RouteInputs startedWith(StartEnvironment other) {
    return new RouteInputs(folder, layers, other, model, account, unread, knowledge);
  }

  /// Started without options, with these variables.
  public RouteInputs(
      Path folder,
      List<SettingsLayer> layers,
      Map<String, String> process,
      Account account,
      List<Unread> unread) {
    this(
        folder,
        layers,
        StartEnvironment.own(process),
        Optional.empty(),
        account,
        unread,
        RouteKnowledge.NOTHING);
  }
}
