package dev.switchyard.domain.route;

import dev.switchyard.domain.route.EffectiveRoute.Problem;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import dev.switchyard.domain.route.text.SettingKey;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What keeps Claude Code from starting at all, so that no request goes anywhere.
///
/// Source: measured on Claude Code 2.1.330.
final class StartRefusal {
  private static final SettingKey PROVIDERS = SettingKey.top("allowedProviders");
  private static final SettingKey LOGIN = SettingKey.top("forceLoginMethod");

  private StartRefusal() {}

  /// @param destination where requests would go otherwise
  static Optional<Problem> of(
      RouteInputs inputs, EffectiveSettings settings, Destination destination) {
    return Stream.of(
            brokenManagedFile(inputs),
            new ProxyRule(settings).unusable().map(name -> problem("proxy-unusable", name)),
            managed(settings).filter(_ -> destination.leavesCloud()),
            socket(settings))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Problem> brokenManagedFile(RouteInputs inputs) {
    return inputs.layers().stream()
        .filter(layer -> layer.layer() == Layer.MANAGED)
        .filter(layer -> layer.content() instanceof SettingsLayer.Content.Skipped)
        .findFirst()
        .map(layer -> problem("managed-broken", layer.file().toString()));
  }

  /// An administrator may ask for a login or a list of providers, to which no other server belongs.
  private static Optional<Problem> managed(EffectiveSettings settings) {
    boolean listed =
        settings
            .texts(PROVIDERS, Set.of(Layer.MANAGED))
            .filter(allowed -> !allowed.contains("customEndpoint"))
            .isPresent();
    boolean login =
        settings.winner(LOGIN).filter(source -> source.layer() == Layer.MANAGED).isPresent();
    return listed
        ? Optional.of(problem("managed-forbids", PROVIDERS.displayName()))
        : login ? Optional.of(problem("managed-forbids", LOGIN.displayName())) : Optional.empty();
  }

  /// Who listens at a socket cannot be known.
  private static Optional<Problem> socket(EffectiveSettings settings) {
    return settings
        .host()
        .filter("ANTHROPIC_UNIX_SOCKET"::equals)
        .map(name -> problem("socket", name));
  }

  private static Problem problem(String id, String argument) {
    return RouteProblems.problem(id, Severity.ERROR, argument);
  }
}
