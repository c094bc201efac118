package dev.switchyard.domain.route;

import java.util.Optional;

/// What a local route has Claude Code send, in place of every credential of the person's. No secret
/// is in it.
///
/// @param token the text of the token, empty where a helper prints it
/// @param helper the command of the key helper, where the route needs one
public record RouteCredential(String token, Optional<String> helper) {
  /// A credential that says nothing.
  ///
  /// @param word any text that is not empty
  /// @param shieldsKey whether a key saved by Claude Code, or another key helper, must be kept from
  ///   being sent
  public static RouteCredential placeholder(String word, boolean shieldsKey) {
    return new RouteCredential(word, Optional.of("echo " + word).filter(_ -> shieldsKey));
  }

  static RouteCredential of(Optional<RouteEndpoint> endpoint, boolean shieldsKey) {
    return endpoint
        .flatMap(RouteEndpoint::helper)
        .map(command -> new RouteCredential("", Optional.of(command)))
        .orElseGet(() ->
            placeholder(
                endpoint.flatMap(RouteEndpoint::word).orElse(LocalRoute.PLACEHOLDER), shieldsKey));
  }
}
