package dev.switchyard.domain.route;

import dev.switchyard.domain.route.option.ContextBudget;
import dev.switchyard.domain.route.option.RouteOptions;
import dev.switchyard.domain.route.text.SettingKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Everything that the values of a local route depend on.
///
/// @param baseUrl where the requests go, such as `http://localhost:11434`
/// @param credential what is sent; any text that is not empty will do for Ollama
/// @param model the model that every request asks for
/// @param contextTokens the context length told to Claude Code, in tokens; it assumes a million
///   otherwise
/// @param noProxy the whole value of `NO_PROXY`, where a proxy would catch the endpoint
/// @param lowerCaseNoProxy whether `no_proxy` is set, which Claude Code prefers to `NO_PROXY`
/// @param setsPermissionMode whether the mode in force would let the auto mode's classifier run
/// @param interfering keys of other layers that would change the requests of this route
/// @param options what the person has chosen, or what is usual
/// @param caFile certificates of authorities that vouch for the server, besides the system's
/// @param answer how long an answer may take there, where the person has said so
public record LocalRoute(
    String baseUrl,
    RouteCredential credential,
    String model,
    int contextTokens,
    Optional<String> noProxy,
    boolean lowerCaseNoProxy,
    boolean setsPermissionMode,
    Set<SettingKey> interfering,
    RouteOptions options,
    Optional<Path> caFile,
    Optional<Duration> answer) {
  /// The credential that says nothing.
  public static final String PLACEHOLDER = "ollama";

  /// Where an answer may take longer than Claude Code would wait for it.
  private static final Duration USUAL_ANSWER = Duration.ofMinutes(30);

  public LocalRoute {
    interfering = Set.copyOf(interfering);
  }

  /// A local server may need minutes before it begins to answer.
  Duration longestAnswer() {
    return answer.filter(limit -> limit.compareTo(USUAL_ANSWER) > 0).orElse(USUAL_ANSWER);
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
