package dev.switchyard.domain.launch.shell;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/// What all shells have in common.
final class Words {
  private Words() {}

  static String joined(Shell shell, List<String> command) {
    return command.stream().map(shell::quote).collect(Collectors.joining(" "));
  }

  /// Where to go, the variables that hold for this command only, and the command.
  ///
  /// @param assignment writes one variable and its value
  static String prefixed(Shell shell, Invocation invocation, BinaryOperator<String> assignment) {
    var line = new StringBuilder(shell.changeTo(invocation.folder())).append(" && ");
    invocation
        .variables()
        .forEach((name, value) -> line.append(assignment.apply(name, value)).append(' '));
    invocation
        .copied()
        .forEach((name, source) -> line.append(name).append("=\"$").append(source).append("\" "));
    return line.append(shell.call(invocation.command())).toString();
  }

  static String writable(Shell shell, String text) {
    if (!shell.canWrite(text)) {
      throw new IllegalArgumentException(shell.id() + " cannot write this text: " + text);
    }
    return text;
  }
}
