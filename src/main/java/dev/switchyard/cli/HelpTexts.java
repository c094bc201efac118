package dev.switchyard.cli;

import dev.switchyard.cli.manual.Described;
import dev.switchyard.ui.text.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

/// Puts the texts into picocli's help, which is seldom asked for: reading them would slow every
/// other command down.
final class HelpTexts {
  private HelpTexts() {}

  /// @param line any command: the texts go into all of them
  static void show(CommandLine line, Texts texts) {
    line.getCommandSpec().root().commandLine().setResourceBundle(texts.bundle());
  }

  /// The program with all its commands, in the language of the texts.
  ///
  /// @param command any of them
  static Described described(CommandSpec command, Texts texts) {
    var line = command.root().commandLine();
    show(line, texts);
    return Described.of(line);
  }

  /// Whether a person asked for it.
  static boolean isWanted(CommandLine.ParseResult parsed) {
    return parsed.asCommandLineList().stream().anyMatch(CommandLine::isUsageHelpRequested);
  }

  /// Writes it.
  static void print(CommandLine line, Texts texts) {
    show(line, texts);
    line.usage(line.getErr(), Help.defaultColorScheme(Help.Ansi.AUTO));
  }
}
