package dev.switchyard.domain.route;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.ERROR;
import static dev.switchyard.domain.route.EffectiveRoute.Severity.INFO;
import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.EffectiveRoute.Credential;
import dev.switchyard.domain.route.EffectiveRoute.Problem;
import dev.switchyard.domain.route.text.Section;
import dev.switchyard.domain.route.text.SettingKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What is wrong or surprising in a route. Another check is one more method and one more row.
final class RouteProblems {
  private static final List<Function<Resolution, Stream<Problem>>> CHECKS =
      List.of(
          RouteProblems::skippedFiles,
          RouteProblems::unusableUrl,
          RouteProblems::openAiPath,
          RouteProblems::cloudProvider,
          RouteProblems::leak,
          RouteProblems::savedKey,
          RouteProblems::placeholderToCloud,
          RouteProblems::hiddenKey,
          RouteProblems::twoCredentials,
          RouteProblems::proxy,
          RouteProblems::managed,
          RouteProblems::cancelledUrl,
          RouteProblems::modelNames,
          RouteProblems::unroutedTiers,
          RouteProblems::unreadFiles,
          RouteProblems::notText,
          RouteProblems::unknownEnvironment);

  private static final List<String> TIERS =
      List.of(
          "ANTHROPIC_DEFAULT_OPUS_MODEL",
          "ANTHROPIC_DEFAULT_SONNET_MODEL",
          "ANTHROPIC_DEFAULT_HAIKU_MODEL",
          "ANTHROPIC_DEFAULT_FABLE_MODEL");

  private RouteProblems() {}

  static List<Problem> of(Resolution route) {
    return CHECKS.stream()
        .flatMap(check -> check.apply(route))
        .sorted(Comparator.comparing(Problem::severity).reversed())
        .toList();
  }

  private static Stream<Problem> skippedFiles(Resolution route) {
    return route.inputs().layers().stream()
        .filter(layer -> layer.content() instanceof SettingsLayer.Content.Skipped)
        .map(layer -> {
          var reason = ((SettingsLayer.Content.Skipped) layer.content()).reason();
          var destination = Message.of("route.destination." + route.destination().wireName());
          return new Problem(
              "settings-invalid",
              ERROR,
              Message.of("route.problem.settings-invalid", reason, destination),
              Optional.of(layer.layer()));
        });
  }

  private static Stream<Problem> unusableUrl(Resolution route) {
    return when(
        route.destination() == Destination.UNUSABLE,
        () ->
            problem("url-unusable", ERROR, "route.problem.url-unusable", route.baseUrl().shown()));
  }

  private static Stream<Problem> openAiPath(Resolution route) {
    return when(
        route.provider().isEmpty() && route.baseUrl().endsInV1(),
        () ->
            problem(
                "url-ends-in-v1", ERROR, "route.problem.url-ends-in-v1", route.baseUrl().shown()));
  }

  private static Stream<Problem> cloudProvider(Resolution route) {
    boolean contradicts = route.baseUrl().destination() != Destination.CLOUD;
    return route.provider().stream()
        .map(name ->
            problem(
                "cloud-provider",
                contradicts ? ERROR : INFO,
                "route.problem.cloud-provider",
                name));
  }

  private static Stream<Problem> leak(Resolution route) {
    return route.sent().stream()
        .filter(_ -> route.destination() != Destination.CLOUD)
        .filter(sent -> sent.kind() == Credential.CLOUD)
        .map(sent ->
            problem(
                "credential-leak",
                ERROR,
                "route.problem.credential-leak",
                sent.origin(),
                layer(sent.layer()),
                route.baseUrl().shown()));
  }

  /// A key helper keeps a saved key in any case. A key in its place does so only when Claude Code
  /// is allowed to use it, for which it asks once.
  private static Stream<Problem> savedKey(Resolution route) {
    var account = route.inputs().account();
    var settings = route.settings();
    if (route.destination() == Destination.CLOUD
        || !account.mayHoldConsoleKey()
        || settings.value(CredentialRule.HELPER).isPresent()) {
      return Stream.empty();
    }
    var url = route.baseUrl().shown();
    if (settings.value(CredentialRule.KEY).isPresent()) {
      return Stream.of(problem("saved-key-asks", WARNING, "route.problem.saved-key-asks", url));
    }
    return account.consoleKeySaved() instanceof Known.Unknown<Boolean>(var reason)
        ? Stream.of(
            problem("saved-key-unknown", WARNING, "route.problem.saved-key-unknown", reason, url))
        : Stream.empty();
  }

  private static Stream<Problem> placeholderToCloud(Resolution route) {
    return route.sent().stream()
        .filter(_ -> route.destination() == Destination.CLOUD && route.provider().isEmpty())
        .filter(sent -> sent.kind() == Credential.PLACEHOLDER)
        .filter(sent -> !sent.origin().equals(CredentialRule.HEADERS.displayName()))
        .limit(1)
        .map(sent ->
            problem(
                "placeholder-to-cloud",
                ERROR,
                "route.problem.placeholder-to-cloud",
                sent.origin(),
                layer(sent.layer())));
  }

  /// An empty key in a stronger layer hides a real one below it; a stored login still works.
  private static Stream<Problem> hiddenKey(Resolution route) {
    var sources = route.settings().sources(CredentialRule.KEY);
    boolean hides =
        sources.size() > 1
            && sources.getFirst().value().text().isEmpty()
            && sources.stream().anyMatch(source -> !source.value().text().isEmpty());
    return when(
        hides && route.destination() == Destination.CLOUD && route.credential() == Credential.NONE,
        () ->
            problem(
                "key-hidden",
                ERROR,
                "route.problem.key-hidden",
                layer(sources.getFirst().layer())));
  }

  private static Stream<Problem> twoCredentials(Resolution route) {
    boolean both =
        route.settings().value(CredentialRule.TOKEN).isPresent()
            && route.settings().value(CredentialRule.KEY).isPresent();
    return when(both, () -> problem("two-credentials", WARNING, "route.problem.two-credentials"));
  }

  private static Stream<Problem> proxy(Resolution route) {
    return new ProxyRule(route.settings())
        .catcher(route.baseUrl()).stream()
            .filter(_ -> route.leavesCloud())
            .map(name ->
                problem(
                    "proxy-catches",
                    ERROR,
                    "route.problem.proxy-catches",
                    name,
                    route.baseUrl().shown()));
  }

  private static Stream<Problem> managed(Resolution route) {
    return RouteKeys.keys().stream()
        .map(key -> new Overruled(key, route.settings().sources(key)))
        .filter(Overruled::byManaged)
        .limit(1)
        .map(found ->
            problem(
                "managed-settings",
                found.contradicts() ? ERROR : INFO,
                found.contradicts()
                    ? "route.problem.managed-overrides"
                    : "route.problem.managed-sets",
                found.key().displayName()));
  }

  private static Stream<Problem> cancelledUrl(Resolution route) {
    var sources = route.settings().sources(SettingKey.env("ANTHROPIC_BASE_URL"));
    boolean cancels =
        sources.size() > 1
            && sources.getFirst().value().text().isEmpty()
            && sources.stream().anyMatch(source -> !source.value().text().isEmpty());
    return when(
        cancels,
        () ->
            problem(
                "url-cancelled",
                INFO,
                "route.problem.url-cancelled",
                layer(sources.getFirst().layer())));
  }

  private static Stream<Problem> modelNames(Resolution route) {
    if (route.provider().isPresent()) {
      return Stream.empty();
    }
    if (route.leavesCloud()) {
      return route
          .model()
          .map(name ->
              when(
                  ModelChoice.meansClaude(name),
                  () ->
                      problem(
                          "model-like-claude", WARNING, "route.problem.model-like-claude", name)))
          .orElseGet(
              () -> Stream.of(problem("model-missing", ERROR, "route.problem.model-missing")));
    }
    return route.model().stream()
        .filter(name -> route.destination() == Destination.CLOUD && !ModelChoice.meansClaude(name))
        .map(
            name -> problem("model-not-in-cloud", ERROR, "route.problem.model-not-in-cloud", name));
  }

  /// A sub-agent or the title in the terminal may ask for a tier by name.
  private static Stream<Problem> unroutedTiers(Resolution route) {
    var unrouted =
        TIERS.stream().filter(name -> route.settings().envValue(name).isEmpty()).findFirst();
    return unrouted.stream()
        .filter(_ -> route.leavesCloud())
        .map(name -> problem("tiers-not-routed", WARNING, "route.problem.tiers-not-routed", name));
  }

  private static Stream<Problem> unreadFiles(Resolution route) {
    return route.inputs().unread().stream()
        .map(unread ->
            switch (unread.kind()) {
              case PARENT_PROJECT ->
                  problem(
                      "subfolder",
                      route.destination() == Destination.CLOUD ? ERROR : WARNING,
                      "route.problem.subfolder",
                      unread.file().toString());
              case SUBFOLDER_LOCAL ->
                  problem(
                      "subfolder-local",
                      WARNING,
                      "route.problem.subfolder-local",
                      unread.file().toString());
            });
  }

  private static Stream<Problem> notText(Resolution route) {
    return RouteKeys.keys().stream()
        .filter(key -> key.section() == Section.ENV)
        .flatMap(key ->
            route.settings().winner(key).stream()
                .filter(source -> !source.value().isText())
                .map(source ->
                    problem(
                        "value-not-text",
                        WARNING,
                        "route.problem.value-not-text",
                        key.displayName(),
                        layer(source.layer()),
                        RouteResolver.shown(key, source.value().text()))));
  }

  /// What is not known matters where no file decides.
  private static Stream<Problem> unknownEnvironment(Resolution route) {
    boolean fileDecides =
        route
            .settings()
            .winner(SettingKey.env("ANTHROPIC_BASE_URL"))
            .filter(source -> source.layer() != Layer.PROCESS)
            .isPresent();
    var process = route.inputs().process();
    return Stream.concat(
        process.unknown().stream()
            .map(
                reason -> new Problem("environment-unknown", fileDecides ? INFO : WARNING, reason)),
        process.assumptions().stream()
            .map(assumed -> new Problem("environment-assumed", INFO, assumed)));
  }

  private static Message layer(Layer layer) {
    return Message.of("route.layer." + layer.wireName());
  }

  private static Stream<Problem> when(boolean condition, Supplier<Problem> problem) {
    return Stream.of(problem).filter(_ -> condition).map(Supplier::get);
  }

  private static Problem problem(
      String id, EffectiveRoute.Severity severity, String key, Object... arguments) {
    return new Problem(id, severity, Message.of(key, arguments));
  }

  /// A key and all who set it.
  private record Overruled(SettingKey key, List<EffectiveSettings.Source> sources) {
    boolean byManaged() {
      return sources.stream()
          .findFirst()
          .map(EffectiveSettings.Source::layer)
          .equals(Optional.of(Layer.MANAGED));
    }

    /// What the processes' environment says is weaker anyway and no surprise.
    boolean contradicts() {
      var wanted = sources.getFirst().value().text();
      return sources.stream()
          .skip(1)
          .filter(source -> source.layer() != Layer.PROCESS)
          .anyMatch(source -> !source.value().text().equals(wanted));
    }
  }
}
