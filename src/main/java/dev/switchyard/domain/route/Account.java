package dev.switchyard.domain.route;

import dev.switchyard.domain.Known;

/// Which credentials Claude Code itself has stored: only whether they are there, never what they
/// are.
///
/// @param loginStored a claude.ai login
/// @param consoleKeySaved a key saved by a Console login; Claude Code sends it to any server unless
///   a key helper stands in its place
public record Account(boolean loginStored, Known<Boolean> consoleKeySaved) {
  public static final Account NONE = new Account(false, Known.of(false));

  /// What is not known is taken for the worse.
  boolean mayHoldConsoleKey() {
    return consoleKeySaved.toOptional().orElse(true);
  }
}
