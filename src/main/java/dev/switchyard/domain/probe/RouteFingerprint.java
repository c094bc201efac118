package dev.switchyard.domain.probe;

import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.route.EffectiveRoute;

/// One text for everything that decides about a route: another one means that a proof is worth
/// nothing any more. A credential goes into it by its kind only.
final class RouteFingerprint {
  private static final char END = '\n';

  private RouteFingerprint() {}

  /// @param stamp of the Claude Code that is run
  /// @return SHA-256, hexadecimal
  static String of(EffectiveRoute route, String stamp) {
    var text = new StringBuilder();
    text.append(stamp).append(END);
    text.append(route.folder()).append(END);
    text.append(route.destination()).append(END);
    text.append(route.baseUrl()).append(END);
    text.append(route.model().orElse("")).append(END);
    text.append(route.credential()).append(END);
    route
        .values()
        .forEach((key, setting) ->
            text.append(key)
                .append('=')
                .append(setting.value())
                .append('@')
                .append(setting.winner())
                .append(END));
    route.problems().forEach(problem -> text.append(problem.id()).append(END));
    return Fingerprint.of(text.toString()).text();
  }
}
