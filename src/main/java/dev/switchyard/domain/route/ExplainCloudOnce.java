package dev.switchyard.domain.route;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.INFO;
import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.EffectiveRoute.Problem;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import dev.switchyard.domain.route.text.Section;
import dev.switchyard.domain.route.text.SettingKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The use case of what to know before one run in the cloud: what the often quoted
/// `ANTHROPIC_BASE_URL="" ANTHROPIC_API_KEY=… claude --model …` would do in this folder, and what
/// of its route stays in any case. The resolver answers it, as for any other start.
public final class ExplainCloudOnce {
  /// The model that the guide names.
  private static final String MODEL = "claude-sonnet-4-6";

  /// Stands for a person's key; the resolver looks only at whether there is one.
  private static final Map<String, String> VARIABLES =
      Map.of("ANTHROPIC_BASE_URL", "", CredentialRule.KEY.name(), "KEY");

  private final RouteReader routes;

  public ExplainCloudOnce(RouteReader routes) {
    this.routes = routes;
  }

  /// The guide's form first, then what stays.
  ///
  /// @throws PortException as [RouteReader#read(ClaudeStart)]
  public List<Problem> explain(Path folder) throws PortException {
    var start = new ClaudeStart(folder, StartedFrom.TERMINAL);
    var route = routes.read(start);
    if (route.localOnly().isPresent()) {
      return List.of(guide(Severity.ERROR, "launch.cloud.forbidden"));
    }
    var typed = routes.read(start.withVariables(VARIABLES).withModel(MODEL));
    return Stream.concat(Stream.of(guidesForm(typed)), denied(route)).toList();
  }

  private static Problem guidesForm(EffectiveRoute typed) {
    return switch (typed.destination()) {
      case LOCAL, OTHER ->
          sendsKey(typed)
              ? guide(WARNING, "launch.guide.key-sent", RouteSentence.server(typed), MODEL)
              : guide(
                  INFO,
                  "launch.guide.key-kept",
                  RouteSentence.server(typed),
                  MODEL,
                  layer(typed, "ANTHROPIC_BASE_URL"));
      case CLOUD -> inCloud(typed);
      case UNUSABLE -> guide(INFO, "launch.guide.unusable", RouteSentence.of(typed));
    };
  }

  private static Problem inCloud(EffectiveRoute typed) {
    if (!isKeyInForce(typed)) {
      return guide(INFO, "launch.guide.key-hidden", layer(typed, CredentialRule.KEY.name()));
    }
    return typed.problems().stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .findFirst()
        .map(problem -> guide(INFO, "launch.guide.fails", problem.text()))
        .orElseGet(() -> guide(INFO, "launch.guide.works"));
  }

  /// Not where headers of the person's own take its place.
  private static boolean sendsKey(EffectiveRoute typed) {
    return isKeyInForce(typed)
        && typed.problems().stream()
            .filter(problem -> problem.id().equals(CredentialProblems.LEAK))
            .anyMatch(
                problem -> problem.text().arguments().contains(CredentialRule.KEY.displayName()));
  }

  private static boolean isKeyInForce(EffectiveRoute typed) {
    var key = typed.values().get(CredentialRule.KEY.displayName());
    return key != null && key.winner() == Layer.PROCESS;
  }

  private static Message layer(EffectiveRoute route, String variable) {
    return RouteProblems.layer(route.winner(variable));
  }

  /// Lists of denied tools add up over all layers, so no settings of one run can allow them again.
  private static Stream<Problem> denied(EffectiveRoute route) {
    var tools =
        RouteKeys.keys().stream()
            .filter(key -> key.section() == Section.DENY)
            .filter(key -> route.values().containsKey(key.displayName()))
            .map(SettingKey::name)
            .collect(Collectors.joining(", "));
    return tools.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Problem("tools-denied", INFO, Message.of("launch.cloud.tools-denied", tools)));
  }

  private static Problem guide(Severity severity, String key, Object... arguments) {
    return new Problem("guide-form", severity, Message.of(key, arguments));
  }
}
