package dev.switchyard.domain.endpoint;

import dev.switchyard.domain.Message;
import java.util.List;

/// What a version of Ollama means for Claude Code: whether it can serve it at all, and which of the
/// later fixes it lacks.
///
/// Source: the history of Ollama's `anthropic/` and `middleware/anthropic.go` up to 0.33.0. A new
/// fix is one row.
public final class OllamaRelease {
  /// The first version with Anthropic's Messages API.
  public static final Version REQUIRED = Version.of(0, 14, 0);

  /// What the guide asks for, for stable streaming tool calls. The history has no such fix in it.
  public static final Version GUIDE = Version.of(0, 14, 3);

  /// @param since the first version that has it
  /// @param text what goes wrong without it
  public record Fix(Version since, Message text) {}

  /// What matters to Claude Code's tool calls, oldest first.
  public static final List<Fix> FIXES =
      List.of(
          new Fix(Version.of(0, 15, 5), Message.of("server.fix.input-tokens")),
          new Fix(Version.of(0, 18, 0), Message.of("server.fix.thinking-before-tools")),
          new Fix(Version.of(0, 19, 0), Message.of("server.fix.tool-inputs")),
          new Fix(Version.of(0, 23, 4), Message.of("server.fix.effort-and-images")),
          new Fix(Version.of(0, 32, 2), Message.of("server.fix.text-before-thinking")));

  private OllamaRelease() {}

  /// Whether Claude Code can talk to it.
  public static boolean serves(Version version) {
    return version.isAtLeast(REQUIRED);
  }

  /// The fixes that it lacks, oldest first; none for a version that has them all.
  public static List<Fix> lacking(Version version) {
    return FIXES.stream().filter(fix -> !version.isAtLeast(fix.since())).toList();
  }

  /// The oldest version that has every fix.
  public static Version recommended() {
    return FIXES.getLast().since();
  }
}
