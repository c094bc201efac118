package dev.switchyard.domain.probe;

import dev.switchyard.domain.route.EffectiveRoute;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
    return digest(text.toString());
  }

  private static String digest(String text) {
    try {
      var bytes =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
