package dev.switchyard.domain.launch.script;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.launch.LaunchPlan;
import dev.switchyard.domain.launch.terminal.Terminal.ScriptLanguage;
import java.util.function.Function;

/// Writes the script of a launch.
public sealed interface LaunchScript permits ShScript, CmdScript, PowerShellScript {
  /// @param texts renders what the script says to the person
  static LaunchScript in(ScriptLanguage language, Function<Message, String> texts) {
    return switch (language) {
      case SH, SH_COMMAND -> new ShScript(texts);
      case CMD -> new CmdScript(texts);
      case POWERSHELL -> new PowerShellScript(texts);
    };
  }

  /// The whole file.
  ///
  /// @throws IllegalArgumentException for a plan with a text that this language cannot hold
  String text(LaunchPlan plan);
}
