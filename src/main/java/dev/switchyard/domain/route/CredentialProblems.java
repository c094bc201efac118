package dev.switchyard.domain.route;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.ERROR;
import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;
import static dev.switchyard.domain.route.RouteProblems.layer;
import static dev.switchyard.domain.route.RouteProblems.problem;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.route.EffectiveRoute.Credential;
import dev.switchyard.domain.route.EffectiveRoute.Problem;
import java.util.Optional;
import java.util.stream.Stream;

/// Credentials that leave for the wrong server, or do not leave for the right one.
final class CredentialProblems {
  /// The id of the problem that a cloud credential would reach another server.
  static final String LEAK = "credential-leak";

  /// The id of the problem that an endpoint would not get its own token.
  static final String OTHER_TOKEN = "endpoint-token-missing";

  private CredentialProblems() {}

  static Stream<Problem> of(Resolution route) {
    return Stream.of(
            leak(route),
            savedKey(route),
            none(route),
            placeholderToCloud(route),
            hiddenKey(route),
            twoCredentials(route),
            otherToken(route),
            inClear(route),
            endpointsToCloud(route))
        .flatMap(problems -> problems);
  }

  /// One that goes in two headers is still one.
  private static Stream<Problem> leak(Resolution route) {
    return route.sent().stream()
        .filter(_ -> route.destination() != Destination.CLOUD)
        .filter(sent -> sent.kind() == Credential.CLOUD)
        .map(sent ->
            problem(LEAK, ERROR, sent.origin(), layer(sent.layer()), route.baseUrl().shown()))
        .distinct();
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
      return Stream.of(problem("saved-key-asks", WARNING, url));
    }
    return account.consoleKeySaved() instanceof Known.Unknown<Boolean>(var reason)
        ? Stream.of(problem("saved-key-unknown", WARNING, reason, url))
        : Stream.empty();
  }

  /// Claude Code asks for a login also where the server wants none.
  private static Stream<Problem> none(Resolution route) {
    return Stream.of(route)
        .filter(one -> one.leavesCloud() && CredentialRule.isNone(one.sent()))
        .map(one -> problem("no-credential", ERROR, one.baseUrl().shown()));
  }

  private static Stream<Problem> placeholderToCloud(Resolution route) {
    return route.sent().stream()
        .filter(_ -> route.destination() == Destination.CLOUD)
        .filter(sent -> sent.kind() == Credential.PLACEHOLDER)
        .filter(sent -> !sent.origin().equals(CredentialRule.HEADERS.displayName()))
        .limit(1)
        .map(sent -> problem("placeholder-to-cloud", ERROR, sent.origin(), layer(sent.layer())));
  }

  /// An empty key in a stronger layer hides a real one below it; a stored login still works.
  private static Stream<Problem> hiddenKey(Resolution route) {
    var sources = route.settings().sources(CredentialRule.KEY);
    return sources.stream()
        .limit(1)
        .filter(winner -> winner.value().text().isEmpty())
        .filter(_ -> sources.stream().anyMatch(source -> !source.value().text().isEmpty()))
        .filter(
            _ -> route.destination() == Destination.CLOUD && route.credential() == Credential.NONE)
        .map(winner -> problem("key-hidden", ERROR, layer(winner.layer())));
  }

  private static Stream<Problem> otherToken(Resolution route) {
    return route.endpoint().stream()
        .filter(endpoint -> endpoint.helper().isPresent())
        .filter(_ -> !route.credentials().isEndpointsOwn())
        .map(endpoint -> problem(OTHER_TOKEN, WARNING, endpoint.name()));
  }

  private static Stream<Problem> inClear(Resolution route) {
    return route.endpoint().stream()
        .filter(endpoint -> endpoint.profile().sendsTokenInClear())
        .map(endpoint ->
            problem("token-in-clear", WARNING, endpoint.name(), route.baseUrl().shown()));
  }

  /// What is left of a route to an endpoint would give its token to somebody else.
  private static Stream<Problem> endpointsToCloud(Resolution route) {
    var helper = route.settings().winner(CredentialRule.HELPER);
    return helper.stream()
        .filter(source -> !source.value().text().isBlank())
        .filter(_ -> route.destination() == Destination.CLOUD)
        .flatMap(source ->
            route.inputs().knowledge().endpoints().stream()
                .filter(endpoint ->
                    endpoint.helper().equals(Optional.of(source.value().text().strip())))
                .limit(1)
                .map(endpoint ->
                    problem(
                        "endpoint-token-to-cloud", ERROR, endpoint.name(), layer(source.layer()))));
  }

  private static Stream<Problem> twoCredentials(Resolution route) {
    return Stream.of(route.settings())
        .filter(settings -> settings.value(CredentialRule.TOKEN).isPresent())
        .filter(settings -> settings.value(CredentialRule.KEY).isPresent())
        .map(_ -> problem("two-credentials", WARNING));
  }
}
