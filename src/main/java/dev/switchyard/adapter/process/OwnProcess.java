package dev.switchyard.adapter.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The process that this program is.
public final class OwnProcess {
  private OwnProcess() {}

  /// What it was started with, without some of its own arguments; empty where the system does not
  /// tell, as Windows does not.
  public static Optional<List<String>> command(Collection<String> without) {
    var info = ProcessHandle.current().info();
    return info.command()
        .flatMap(program -> info.arguments().map(arguments -> joined(program, arguments, without)));
  }

  private static List<String> joined(
      String program, String[] arguments, Collection<String> without) {
    var command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    command.removeIf(without::contains);
    return command;
  }

  /// Starts it once more, in the same environment.
  public static void startAgain(List<String> command) {
    try {
      new ProcessBuilder(command).inheritIO().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
