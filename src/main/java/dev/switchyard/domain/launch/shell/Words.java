package dev.switchyard.domain.launch.shell;

import java.util.List;
import java.util.stream.Collectors;

/// What all shells have in common.
final class Words {
  private Words() {}

  static String joined(Shell shell, List<String> command) {
    return command.stream().map(shell::quote).collect(Collectors.joining(" "));
  }

  static String writable(Shell shell, String text) {
    if (!shell.canWrite(text)) {
      throw new IllegalArgumentException(shell.id() + " cannot write this text: " + text);
    }
    return text;
  }
}
