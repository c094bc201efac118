package dev.switchyard.domain.route;

import java.util.Optional;

/// Everything that the values of a local route depend on.
///
/// @param baseUrl where the requests go, such as `http://localhost:11434`
/// @param token what is sent as credential; any text that is not empty will do for Ollama
/// @param model the model that every request asks for
/// @param contextTokens the context length told to Claude Code, in tokens; it assumes a million
///   otherwise
/// @param shieldsKey whether a key saved by Claude Code, or a key helper, must be kept from being
///   sent
/// @param noProxy the whole value of `NO_PROXY`, where a proxy would catch the endpoint
/// @param lowerCaseNoProxy whether `no_proxy` is set, which Claude Code prefers to `NO_PROXY`
/// @param setsPermissionMode whether the mode in force would let the auto mode's classifier run
public record LocalRoute(
    String baseUrl,
    String token,
    String model,
    int contextTokens,
    boolean shieldsKey,
    Optional<String> noProxy,
    boolean lowerCaseNoProxy,
    boolean setsPermissionMode) {
  /// The credential that says nothing.
  public static final String PLACEHOLDER = "ollama";

  private static final int OUTPUT_TOKENS = 8_192;
  private static final int SMALLEST_OUTPUT_TOKENS = 1_024;

  /// The longest answer that Claude Code may ask for, in tokens. It also decides when Claude Code
  /// compacts a conversation: at the context length less this, less 13,000. An eighth of a small
  /// context leaves room for the first prompt.
  public int outputTokens() {
    return Math.clamp(contextTokens / 8, SMALLEST_OUTPUT_TOKENS, OUTPUT_TOKENS);
  }
}
