package dev.switchyard.domain.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a person asks for.
///
/// @param folder the project's root; Claude Code is started in exactly this folder, where its
///   settings count
/// @param task what for
public record LaunchRequest(Path folder, Task task) {
  /// What Claude Code is started for.
  public sealed interface Task {
    /// A session, as the project is routed.
    ///
    /// @param arguments further arguments for `claude`
    record Session(List<String> arguments) implements Task {
      public Session {
        arguments = List.copyOf(arguments);
      }
    }

    /// The guide's quick test: one question, one answer.
    record QuickTest() implements Task {}

    /// One task in the cloud, in a project that is routed elsewhere. No settings file of the
    /// project changes.
    ///
    /// @param model a name or alias that the cloud has
    /// @param prompt what to do; empty for a session
    record CloudOnce(String model, Optional<String> prompt) implements Task {}

    /// A session on a local server, in a project that is not routed there. No settings file of the
    /// project changes.
    ///
    /// @param settings a whole local route, as the text of a settings file
    /// @param model the model that it names
    /// @param arguments further arguments for `claude`
    record LocalOnce(String settings, String model, List<String> arguments) implements Task {
      public LocalOnce {
        arguments = List.copyOf(arguments);
      }
    }
  }

  public static LaunchRequest session(Path folder) {
    return new LaunchRequest(folder, new Task.Session(List.of()));
  }
}
