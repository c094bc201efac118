package dev.switchyard.domain.endpoint;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import java.util.List;

/// Which versions of Ollama can serve Claude Code, and what a newer one would mend.
///
/// Source: Ollama's history of `anthropic/` and `middleware/anthropic.go`. The guide names 0.14.3
/// for stable tool calls; nothing in that history changed between 0.14.0 and 0.14.3, so it is shown
/// as its claim.
public final class OllamaVersions {
  /// The first version with `/v1/messages`.
  public static final Version REQUIRED = Version.of(0, 14, 0);

  /// What the guide claims to be needed for tool calls.
  public static final Version GUIDES_CLAIM = Version.of(0, 14, 3);

  private static final List<Fix> FIXES =
      List.of(
          new Fix(Version.of(0, 15, 5), Message.of("overview.fix.token-count")),
          new Fix(Version.of(0, 16, 2), Message.of("overview.fix.web-search")),
          new Fix(Version.of(0, 18, 0), Message.of("overview.fix.tool-use")),
          new Fix(Version.of(0, 19, 0), Message.of("overview.fix.prefix-cache")),
          new Fix(Version.of(0, 23, 4), Message.of("overview.fix.effort")),
          new Fix(Version.of(0, 32, 2), Message.of("overview.fix.thinking")));

  private OllamaVersions() {}

  /// @param since the first version that has it
  /// @param text what it mends for Claude Code
  public record Fix(Version since, Message text) {}

  public static boolean canServe(Version version) {
    return version.isAtLeast(REQUIRED);
  }

  /// The oldest version with all known fixes.
  public static Version recommended() {
    return FIXES.getLast().since();
  }

  /// What this version lacks, oldest first.
  public static List<Fix> missing(Version version) {
    return FIXES.stream().filter(fix -> !version.isAtLeast(fix.since())).toList();
  }

  /// The command that installs Ollama on this system. Source: the guide, and Ollama's download
  /// page.
  public static String installCommand(OperatingSystem system) {
    return switch (system) {
      case LINUX -> "curl -fsSL https://ollama.com/install.sh | sh";
      case MACOS -> "brew install ollama";
      case WINDOWS -> "winget install Ollama.Ollama";
    };
  }

  /// The command that brings an installed Ollama to its newest version.
  public static String upgradeCommand(OperatingSystem system) {
    return switch (system) {
      case LINUX -> installCommand(system);
      case MACOS -> "brew upgrade ollama";
      case WINDOWS -> "winget upgrade Ollama.Ollama";
    };
  }
}
