package dev.switchyard.domain.launch.preflight;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.ERROR;
import static dev.switchyard.domain.route.EffectiveRoute.Severity.INFO;
import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.terminal.InstalledTerminal;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.RouteChoice;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// All checks before a launch. Another one is one more method and one more row.
public final class Preflight {
  private static final List<Function<LaunchFacts, Stream<LaunchWarning>>> CHECKS =
      List.of(
          Preflight::forbidden,
          Preflight::folderGone,
          Preflight::noClaude,
          Preflight::noTerminal,
          Preflight::otherRoute,
          Preflight::routeProblems,
          Preflight::tokenUnset,
          ServerChecks::all,
          Preflight::fallback,
          Preflight::askedForTrust);

  /// For a run that leaves the project's route aside.
  private static final List<Function<LaunchFacts, Stream<LaunchWarning>>> CLOUD_CHECKS =
      List.of(
          Preflight::forbidden,
          Preflight::folderGone,
          Preflight::noClaude,
          Preflight::noTerminal,
          Preflight::askedForTrust);

  private Preflight() {}

  /// For a launch as the project is routed: errors first, then warnings, then what is good to know.
  public static List<LaunchWarning> check(LaunchFacts facts) {
    return check(CHECKS, facts);
  }

  /// The same for a one-off in the cloud.
  public static List<LaunchWarning> checkInCloud(LaunchFacts facts) {
    return check(CLOUD_CHECKS, facts);
  }

  private static List<LaunchWarning> check(
      List<Function<LaunchFacts, Stream<LaunchWarning>>> checks, LaunchFacts facts) {
    return checks.stream()
        .flatMap(check -> check.apply(facts))
        .sorted(Comparator.comparing(LaunchWarning::severity).reversed())
        .toList();
  }

  private static Stream<LaunchWarning> folderGone(LaunchFacts facts) {
    return facts.folderExists()
        ? Stream.empty()
        : Stream.of(LaunchWarning.of("folder-gone", ERROR, facts.folder().toString()).preventing());
  }

  private static Stream<LaunchWarning> noClaude(LaunchFacts facts) {
    return switch (facts.claude()) {
      case Known.Value<Program> _ -> Stream.empty();
      case Known.Unknown<Program>(var reason) ->
          Stream.of(LaunchWarning.of("no-claude", ERROR, reason).preventing());
    };
  }

  private static Stream<LaunchWarning> noTerminal(LaunchFacts facts) {
    return switch (facts.terminal()) {
      case Known.Value<InstalledTerminal> _ -> Stream.empty();
      case Known.Unknown<InstalledTerminal>(var reason) ->
          Stream.of(LaunchWarning.of("no-terminal", ERROR, reason).preventing());
    };
  }

  /// A stronger layer, or a file that Claude Code does not read from here, decides in place of the
  /// person's choice.
  private static Stream<LaunchWarning> otherRoute(LaunchFacts facts) {
    return facts.expected().stream()
        .filter(choice -> contradicts(choice, facts.route().destination()))
        .map(choice ->
            LaunchWarning.of(
                "route-unexpected",
                ERROR,
                Message.of("launch.choice." + (choice == RouteChoice.CLOUD ? "cloud" : "local")),
                Message.of("route.destination." + facts.route().destination().wireName())));
  }

  private static boolean contradicts(RouteChoice choice, Destination destination) {
    return switch (choice) {
      case LOCAL -> destination == Destination.CLOUD || destination == Destination.UNUSABLE;
      case CLOUD -> destination != Destination.CLOUD;
      case INHERIT -> false;
    };
  }

  private static Stream<LaunchWarning> routeProblems(LaunchFacts facts) {
    return facts.route().problems().stream()
        .filter(problem -> problem.severity() != INFO)
        .filter(problem -> !facts.forbidden().equals(Optional.of(problem.text())))
        .map(problem ->
            new LaunchWarning(
                problem.id(),
                problem.severity(),
                problem.text(),
                Message.of("launch.advice.route"),
                false));
  }

  /// It cannot be passed over.
  private static Stream<LaunchWarning> forbidden(LaunchFacts facts) {
    return facts.forbidden().stream()
        .map(reason ->
            new LaunchWarning(
                "local-only", ERROR, reason, Message.of("launch.advice.local-only"), true));
  }

  /// Why a project must not be started in the cloud, whatever its route is.
  static Optional<Message> cloudForbidden(EffectiveRoute route) {
    return route.localOnly().isPresent()
        ? Optional.of(Message.of("route.problem.local-only", Message.of("route.local-only.cloud")))
        : route.problem("local-only-unknown").map(EffectiveRoute.Problem::text);
  }

  /// Claude Code would ask with an empty token, be refused, and blame the key helper.
  private static Stream<LaunchWarning> tokenUnset(LaunchFacts facts) {
    return facts.unsetVariable().stream()
        .flatMap(name ->
            facts.route().endpoint().stream()
                .map(endpoint -> LaunchWarning.of("token-unset", WARNING, endpoint.name(), name)));
  }

  /// It is never taken without the person.
  private static Stream<LaunchWarning> fallback(LaunchFacts facts) {
    return facts.fallback().stream()
        .map(endpoint ->
            LaunchWarning.of(
                "fallback", INFO, endpoint.name(), endpoint.profile().url().toString()));
  }

  private static Stream<LaunchWarning> askedForTrust(LaunchFacts facts) {
    return facts.trusted().equals(Known.of(false))
        ? Stream.of(LaunchWarning.of("trust", INFO, facts.folder().toString()))
        : Stream.empty();
  }
}
