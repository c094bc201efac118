package dev.switchyard.domain.route;

import dev.switchyard.domain.route.option.ContextBudget;
import dev.switchyard.domain.route.option.RouteOptions;
import dev.switchyard.domain.route.text.SettingKey;
import java.util.Optional;
import java.util.Set;

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
/// @param interfering keys of other layers that would change the requests of this route
/// @param options what the person has chosen, or what is usual
public record LocalRoute(
    String baseUrl,
    String token,
    String model,
    int contextTokens,
    boolean shieldsKey,
    Optional<String> noProxy,
    boolean lowerCaseNoProxy,
    boolean setsPermissionMode,
    Set<SettingKey> interfering,
    RouteOptions options) {
  /// The credential that says nothing.
  public static final String PLACEHOLDER = "ollama";

  public LocalRoute {
    interfering = Set.copyOf(interfering);
  }

  /// The longest answer that Claude Code may ask for, in tokens.
  public int outputTokens() {
    return new ContextBudget(contextTokens).outputTokens();
  }

  /// What the options have to say about a key.
  Optional<String> option(SettingKey key) {
    return Optional.ofNullable(options.writes().get(key));
  }
}
