package dev.switchyard.cli.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// For fish, from version 3 on.
final class FishCompletion implements Completion {
  private static final String COMPLETE = "complete -c switchyard";

  @Override
  public String shell() {
    return "fish";
  }

  @Override
  public String of(Described program) {
    var lines = new ArrayList<String>();
    lines.add("# Completion of switchyard for fish; made by: switchyard completion fish");
    lines.add(COMPLETE + " -f");
    Completion.shared(program).forEach(option -> lines.add(line(COMPLETE, option)));
    var first = COMPLETE + " -n __fish_use_subcommand";
    Completion.own(program).forEach(option -> lines.add(line(first, option)));
    for (var command : program.commands()) {
      lines.add("%s -a %s -d %s".formatted(first, command.name(), quoted(command.summary())));
    }
    for (var command : program.commands()) {
      var seen = COMPLETE + " -n '__fish_seen_subcommand_from " + command.name() + "'";
      Completion.own(command).forEach(option -> lines.add(line(seen, option)));
      command
          .arguments()
          .flatMap(argument -> candidates(argument.values()))
          .ifPresent(words -> lines.add(seen + words));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String line(String start, Described.Option option) {
    var names =
        option.names().stream()
            .map(name ->
                name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.charAt(1))
            .collect(Collectors.joining());
    var value = option.takesValue() ? value(option.values()) : "";
    return start + names + value + " -d " + quoted(option.summary());
  }

  /// Files are offered only where files are meant.
  private static String value(Values values) {
    return values instanceof Values.Files ? " -rF" : " -x" + candidates(values).orElse("");
  }

  private static Optional<String> candidates(Values values) {
    return switch (values) {
      case Values.Any() -> Optional.empty();
      case Values.Words(var words) -> Optional.of(" -a " + quoted(String.join(" ", words)));
      case Values.Files() -> Optional.of(" -F");
      case Values.Folders(var first) -> Optional.of(" -a " + quoted(folders(first)));
      case Values.Models() -> Optional.of(" -a '(switchyard completion models 2>/dev/null)'");
    };
  }

  private static String folders(List<String> first) {
    return (String.join(" ", first) + " (__fish_complete_directories)").strip();
  }

  /// Fish knows the backslash in single quotes too.
  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
