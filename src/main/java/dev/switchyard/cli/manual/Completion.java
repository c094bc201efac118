package dev.switchyard.cli.manual;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A shell's completion, as the text of the file that it is read from: a new one is one row.
public interface Completion {
  /// In the order in which they are offered.
  List<Completion> ALL = List.of(new BashCompletion(), new ZshCompletion(), new FishCompletion());

  /// As `switchyard completion` names it.
  String shell();

  /// @param program the command with all commands below it
  String of(Described program);

  static Optional<Completion> parse(String shell) {
    return ALL.stream().filter(one -> one.shell().equals(shell)).findFirst();
  }

  /// The options of a command alone; those that all have stand at the program.
  static Stream<Described.Option> own(Described command) {
    return command.options().stream().filter(option -> !option.shared());
  }

  static Stream<Described.Option> shared(Described program) {
    return program.options().stream().filter(Described.Option::shared);
  }
}
