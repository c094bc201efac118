package dev.switchyard.domain.launch;

import dev.switchyard.domain.OperatingSystem;

/// The lines that install Claude Code, as its maker documents them. They are commands, so no
/// translation applies.
public final class InstallHint {
  /// The guide's way; it needs Node.js.
  public static final String NPM = "npm install -g @anthropic-ai/claude-code";

  private InstallHint() {}

  /// The maker's own installer, which needs nothing else: for bash, on Windows for PowerShell.
  /// Source: the set-up page of Claude Code's documentation.
  public static String installer(OperatingSystem system) {
    return switch (system) {
      case LINUX, MACOS -> "curl -fsSL https://claude.ai/install.sh | bash";
      case WINDOWS -> "irm https://claude.ai/install.ps1 | iex";
    };
  }
}
