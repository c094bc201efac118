package dev.switchyard.domain.launch.script;

import dev.switchyard.domain.Message;
import java.util.List;

/// What an exit code of Claude Code likely means. Those above 128 are signals: the system ended it.
///
/// @param code as the shell gives it
/// @param text for the person
record ExitHint(int code, Message text) {
  /// Ended by the person with Ctrl-C; nothing to explain.
  static final int INTERRUPTED = 130;

  /// The codes with a meaning of their own.
  static final List<ExitHint> KNOWN =
      List.of(
          new ExitHint(1, Message.of("launch.exit.error")),
          new ExitHint(126, Message.of("launch.exit.not-run")),
          new ExitHint(127, Message.of("launch.exit.not-found")),
          new ExitHint(132, Message.of("launch.exit.instruction")),
          new ExitHint(134, Message.of("launch.exit.crash")),
          new ExitHint(137, Message.of("launch.exit.killed")),
          new ExitHint(139, Message.of("launch.exit.crash")));

  static final Message OTHER = Message.of("launch.exit.other");
}
