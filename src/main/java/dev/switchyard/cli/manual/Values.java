package dev.switchyard.cli.manual;

import dev.switchyard.domain.launch.shell.Shell;
import dev.switchyard.domain.launch.shell.Shells;
import dev.switchyard.domain.route.Scope;
import dev.switchyard.domain.route.StartedFrom;
import dev.switchyard.domain.route.option.Level;
import dev.switchyard.domain.route.option.RouteOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What can stand at a place of the command line, as far as a shell can offer it.
public sealed interface Values {
  /// Anything, or nothing that can be listed.
  record Any() implements Values {}

  /// @param words the words that are meant
  record Words(List<String> words) implements Values {}

  record Files() implements Values {}

  /// @param first words that may stand before the folder
  record Folders(List<String> first) implements Values {}

  /// The server's models, which it is asked for: `switchyard completion models` prints them.
  record Models() implements Values {}

  /// @param label as the help shows the value
  /// @param names of the option; empty for an argument
  static Values of(String label, List<String> names) {
    return switch (label) {
      case "DIR", "PROJECT", "FOLDER", "[PROJECT] [-- ARGS]" -> new Folders(List.of());
      case "[local|cloud|inherit] [PROJECT]" -> new Folders(List.of("local", "cloud", "inherit"));
      case "FILE", "FILE|JSON" -> new Files();
      case "MODEL" -> new Models();
      case "NAME" -> names.contains("--model") ? new Models() : new Any();
      case "SHELL" -> new Words(Shells.ALL.stream().map(Shell::id).toList());
      case "SCOPE" -> new Words(lower(Stream.of(Scope.values()).map(Scope::name)));
      case "WAY" -> new Words(Stream.of(StartedFrom.values()).map(StartedFrom::wireName).toList());
      case "LEVEL" -> level(names);
      default -> label.matches("[a-z]+(\\|[a-z]+)+") ? words(label) : new Any();
    };
  }

  /// The label names them: `on|off`.
  private static Values words(String label) {
    return new Words(List.of(label.split("\\|", -1)));
  }

  private static Values level(List<String> names) {
    return new Words(
        Stream.of(RouteOption.values())
            .filter(option -> names.contains("--" + option.id()))
            .flatMap(option -> option.levels().stream())
            .map(Level::name)
            .toList());
  }

  private static List<String> lower(Stream<String> names) {
    return names.map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }
}
