package dev.switchyard.domain.route;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.ERROR;
import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;
import static dev.switchyard.domain.route.RouteProblems.layer;
import static dev.switchyard.domain.route.RouteProblems.problem;

import dev.switchyard.domain.route.EffectiveRoute.Problem;
import dev.switchyard.domain.route.text.SettingKey;
import java.util.Optional;
import java.util.stream.Stream;

/// Models that the server does not have, and who asks for them.
final class ModelProblems {
  private static final String AUTO_MODE = "disableAutoMode";

  private ModelProblems() {}

  static Stream<Problem> of(Resolution route) {
    if (route.provider().isPresent()) {
      return Stream.empty();
    }
    return route.leavesCloud()
        ? Stream.of(
                elsewhere(route),
                excluded(route),
                agent(route),
                laidOver(route),
                unroutedTier(route),
                classifier(route))
            .flatMap(Optional::stream)
        : Stream.of(inCloud(route), laidOver(route)).flatMap(Optional::stream);
  }

  private static Optional<Problem> elsewhere(Resolution route) {
    var name = route.model();
    if (name.isEmpty()) {
      return Optional.of(problem("model-missing", ERROR));
    }
    return name.filter(ModelChoice::meansClaude)
        .map(found -> problem("model-like-claude", WARNING, found));
  }

  /// A list of models that somebody enforces is stronger than every name.
  private static Optional<Problem> excluded(Resolution route) {
    var settings = route.settings();
    return settings
        .value(SettingKey.env("ANTHROPIC_MODEL"))
        .or(() -> settings.value(SettingKey.top("model")))
        .filter(ModelLimits.of(settings)::excludes)
        .map(name -> problem("model-excluded", ERROR, name));
  }

  /// The model in an agent's file is stronger than `ANTHROPIC_MODEL`.
  private static Optional<Problem> agent(Resolution route) {
    return route
        .settings()
        .winner(SettingKey.top("agent"))
        .filter(source -> !source.value().text().isEmpty())
        .map(source ->
            problem("agent-decides", WARNING, source.value().text(), layer(source.layer())));
  }

  private static Optional<Problem> laidOver(Resolution route) {
    var settings = route.settings();
    return ExtraBody.model(settings)
        .flatMap(name ->
            settings
                .winner(ExtraBody.KEY)
                .map(source -> problem("body-decides", WARNING, layer(source.layer()), name)));
  }

  /// A sub-agent or the title in the terminal may ask for a tier by name.
  private static Optional<Problem> unroutedTier(Resolution route) {
    return Stream.of(Tier.values())
        .map(Tier::variable)
        .filter(name -> route.settings().envValue(name).isEmpty())
        .findFirst()
        .map(name -> problem("tiers-not-routed", WARNING, name));
  }

  /// In auto mode, the usual one of a session on the screen, a classifier is asked before most
  /// tools are run: 141,000 characters, which leave no room for the conversation in most local
  /// contexts.
  private static Optional<Problem> classifier(Resolution route) {
    boolean off =
        Stream.of(SettingKey.permission(AUTO_MODE), SettingKey.top(AUTO_MODE))
            .anyMatch(key -> route.settings().value(key).filter("disable"::equals).isPresent());
    return off ? Optional.empty() : Optional.of(problem("auto-mode", WARNING));
  }

  private static Optional<Problem> inCloud(Resolution route) {
    return route
        .model()
        .filter(name -> route.destination() == Destination.CLOUD && !ModelChoice.meansClaude(name))
        .map(name -> problem("model-not-in-cloud", ERROR, name));
  }
}
