package dev.switchyard.domain.route;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.ERROR;
import static dev.switchyard.domain.route.EffectiveRoute.Severity.INFO;
import static dev.switchyard.domain.route.RouteProblems.layer;
import static dev.switchyard.domain.route.RouteProblems.problem;

import dev.switchyard.domain.route.EffectiveRoute.Problem;
import dev.switchyard.domain.route.text.SettingKey;
import java.util.stream.Stream;

/// What is wrong or surprising in the address and on the way to it.
final class AddressProblems {
  private AddressProblems() {}

  static Stream<Problem> of(Resolution route) {
    return Stream.of(unusable(route), path(route), proxy(route), cancelled(route))
        .flatMap(problems -> problems);
  }

  private static Stream<Problem> unusable(Resolution route) {
    return Stream.of(route)
        .filter(one -> one.refusal().isEmpty() && one.destination() == Destination.UNUSABLE)
        .map(one -> problem("url-unusable", ERROR, one.baseUrl().shown()));
  }

  private static Stream<Problem> path(Resolution route) {
    var url = route.baseUrl();
    if (route.provider().isPresent()) {
      return Stream.empty();
    }
    return Stream.concat(
            Stream.of("url-ends-in-v1").filter(_ -> url.endsInV1()),
            Stream.of("url-swallows-path").filter(_ -> url.swallowsPath()))
        .map(id -> problem(id, ERROR, url.shown()));
  }

  private static Stream<Problem> proxy(Resolution route) {
    return new ProxyRule(route.settings())
        .catcher(route.baseUrl()).stream()
            .filter(_ -> route.leavesCloud())
            .map(name -> problem("proxy-catches", ERROR, name, route.baseUrl().shown()));
  }

  private static Stream<Problem> cancelled(Resolution route) {
    var sources = route.settings().sources(SettingKey.env("ANTHROPIC_BASE_URL"));
    return sources.stream()
        .limit(1)
        .filter(winner -> winner.value().text().isEmpty())
        .filter(_ -> sources.stream().anyMatch(source -> !source.value().text().isEmpty()))
        .map(winner -> problem("url-cancelled", INFO, layer(winner.layer())));
  }
}
