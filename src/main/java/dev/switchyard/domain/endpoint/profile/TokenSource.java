package dev.switchyard.domain.endpoint.profile;

/// Where an endpoint's token comes from. It never is the token itself, unless that is no secret.
///
/// A system's keychain is reached by a command: `security find-generic-password -w -s NAME` on
/// macOS, `secret-tool lookup service NAME` on Linux.
public sealed interface TokenSource {
  /// The server asks for none.
  record None() implements TokenSource {}

  /// A word that servers want to see and nobody checks, such as `lmstudio`.
  ///
  /// @param text checked by [TokenRules]
  record Literal(String text) implements TokenSource {}

  /// An environment variable of the shell that Claude Code is started in.
  record Variable(String name) implements TokenSource {}

  /// A command that prints it, as Claude Code's `apiKeyHelper`.
  ///
  /// @param line for the system's shell
  record Command(String line) implements TokenSource {}

  /// As files and scripts name it.
  default String id() {
    return switch (this) {
      case None _ -> "none";
      case Literal _ -> "literal";
      case Variable _ -> "variable";
      case Command _ -> "command";
    };
  }
}
