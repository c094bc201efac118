package dev.switchyard.domain.session;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells a session of Claude Code from all other processes by how it was started.
///
/// Source: Claude Code 2.1.330 and earlier. It is one file of its own (`claude`, `claude.exe`, or
/// named by its version below `claude/versions`), or `cli.js` run by Node in older packages. The
/// desktop program of the same name is another.
public final class SessionProgram {
  private static final Pattern OWN_FILE =
      Pattern.compile("(?:.*[/\\\\])?(?:claude(?i:\\.exe)?|claude[/\\\\]versions[/\\\\][^/\\\\]+)");

  private static final Pattern SCRIPT =
      Pattern.compile("(?:.*[/\\\\])?(?:claude|@anthropic-ai[/\\\\]claude-code[/\\\\]cli\\.m?js)");

  private static final Pattern RUNTIME =
      Pattern.compile("(?i)(?:.*[/\\\\])?(?:node|nodejs|bun)(?:\\.exe)?");

  private static final Pattern DESKTOP =
      Pattern.compile("(?i).*(?:AnthropicClaude|Claude\\.app).*");

  /// First words that make it do something else than hold a session.
  private static final Set<String> OTHER_WORK =
      Set.of(
          "agents",
          "auth",
          "auto-mode",
          "daemon",
          "doctor",
          "gateway",
          "import",
          "install",
          "logs",
          "mcp",
          "plugin",
          "plugins",
          "project",
          "purge",
          "respawn",
          "rm",
          "setup-token",
          "stop",
          "update",
          "upgrade",
          "-v",
          "--version",
          "-h",
          "--help");

  private SessionProgram() {}

  /// Whether it may be one, told from its file alone: a cheap look at every process.
  public static boolean mayBe(String file) {
    return (OWN_FILE.matcher(file).matches() || RUNTIME.matcher(file).matches())
        && !DESKTOP.matcher(file).matches();
  }

  /// Whether it is one.
  ///
  /// @param file the program's file, as the system names it
  /// @param words all that it was started with, its own name first
  public static boolean isSession(String file, List<String> words) {
    if (!mayBe(file) || words.isEmpty()) {
      return false;
    }
    if (RUNTIME.matcher(file).matches()
        && !OWN_FILE.matcher(words.getFirst()).matches()
        && (words.size() < 2 || !SCRIPT.matcher(words.get(1)).matches())) {
      return false;
    }
    // It runs itself under another name for tools that it brings along.
    if (OWN_FILE.matcher(file).matches() && !isOwnName(words.getFirst())) {
      return false;
    }
    var arguments = arguments(file, words);
    return arguments.isEmpty()
        || !OTHER_WORK.contains(arguments.getFirst().toLowerCase(Locale.ROOT));
  }

  /// What follows the program's own name, and the script's where a runtime runs one.
  public static List<String> arguments(String file, List<String> words) {
    boolean hasScript =
        RUNTIME.matcher(file).matches() && !OWN_FILE.matcher(words.getFirst()).matches();
    return words.subList(Math.min(words.size(), hasScript ? 2 : 1), words.size());
  }

  private static boolean isOwnName(String word) {
    return OWN_FILE.matcher(word).matches();
  }
}
