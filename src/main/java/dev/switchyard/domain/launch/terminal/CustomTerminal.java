package dev.switchyard.domain.launch.terminal;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.launch.terminal.Terminal.ScriptLanguage;
import java.util.ArrayList;
import java.util.List;

/// A terminal that the person described: a command with `{script}` in it, such as `st -e {script}`.
/// Its words are separated by blanks; quotes keep blanks together.
public final class CustomTerminal {
  /// In the settings, and for `--terminal`.
  public static final String ID = "custom";

  private CustomTerminal() {}

  /// @throws PortException MALFORMED if the command is empty, has an open quote or names no script
  public static Terminal parse(String command, OperatingSystem system) throws PortException {
    var words = words(command);
    if (words.isEmpty()) {
      throw malformed("terminal.custom.empty");
    }
    if (words.stream()
        .noneMatch(
            word -> word.contains(Terminal.SCRIPT) || word.contains(Terminal.QUOTED_SCRIPT))) {
      throw malformed("terminal.custom.no-script");
    }
    return new Terminal(
        ID, words.getFirst(), system, List.of(words.getFirst()), words, language(system));
  }

  private static ScriptLanguage language(OperatingSystem system) {
    return switch (system) {
      case LINUX -> ScriptLanguage.SH;
      case MACOS -> ScriptLanguage.SH_COMMAND;
      case WINDOWS -> ScriptLanguage.CMD;
    };
  }

  private static List<String> words(String command) throws PortException {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    boolean begun = false;
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        begun = true;
      } else if (Character.isWhitespace(c)) {
        if (begun) {
          words.add(word.toString());
          word.setLength(0);
          begun = false;
        }
      } else {
        word.append(c);
        begun = true;
      }
    }
    if (quote != 0) {
      throw malformed("terminal.custom.open-quote");
    }
    if (begun) {
      words.add(word.toString());
    }
    return words;
  }

  private static PortException malformed(String key) {
    return new PortException(PortException.Kind.MALFORMED, Message.of(key));
  }
}
