package dev.switchyard.domain.probe;

import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.EffectiveRoute.Problem;
import dev.switchyard.domain.route.Layer;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which layer of the settings a problem comes from.
final class ProblemLayer {
  /// Problems whose text names no key.
  private static final Map<String, String> KEYS =
      Map.of(
          "url-unusable", "ANTHROPIC_BASE_URL",
          "url-ends-in-v1", "ANTHROPIC_BASE_URL",
          "model-not-in-cloud", "ANTHROPIC_MODEL");

  private ProblemLayer() {}

  static Optional<Layer> of(EffectiveRoute route, Problem problem) {
    var named =
        problem.text().arguments().stream()
            .filter(String.class::isInstance)
            .map(String.class::cast);
    return problem
        .layer()
        .or(() ->
            Stream.concat(Stream.ofNullable(KEYS.get(problem.id())), named)
                .flatMap(key -> Stream.ofNullable(route.values().get(key)))
                .findFirst()
                .map(EffectiveRoute.Setting::winner));
  }

  /// The layer whose file Claude Code skips as a whole.
  static Optional<Layer> ofSkippedFile(EffectiveRoute route) {
    return route.problem("settings-invalid").flatMap(Problem::layer);
  }
}
