package dev.switchyard.domain.route;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.ERROR;
import static dev.switchyard.domain.route.RouteProblems.problem;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.localonly.LocalOnly;
import dev.switchyard.domain.route.EffectiveRoute.Problem;
import dev.switchyard.domain.route.text.SettingKey;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether a project that is to stay on this machine does.
final class LocalOnlyProblems {
  /// The id of the problem that it does not.
  static final String ID = "local-only";

  private static final String UNKNOWN = "local-only-unknown";

  private LocalOnlyProblems() {}

  static Stream<Problem> of(Resolution route) {
    return switch (route.localOnly()) {
      case Known.Unknown<Optional<LocalOnly>>(var reason) ->
          Stream.of(problem(UNKNOWN, ERROR, reason));
      case Known.Value<Optional<LocalOnly>>(var rule) ->
          rule.flatMap(one -> breach(one, route)).map(what -> problem(ID, ERROR, what)).stream();
    };
  }

  /// For what is proposed, of which no settings tell yet.
  ///
  /// @throws PortException REFUSED where requests to this address would not stay where they are to,
  ///   or nobody can say where that is
  static void refuseHost(Known<Optional<LocalOnly>> localOnly, BaseUrl url) throws PortException {
    var problem =
        switch (localOnly) {
          case Known.Unknown<Optional<LocalOnly>>(var reason) ->
              Optional.of(problem(UNKNOWN, ERROR, reason));
          case Known.Value<Optional<LocalOnly>>(var rule) ->
              rule.filter(one -> !one.allows(url.host()))
                  .map(_ -> problem(ID, ERROR, otherHost(url)));
        };
    if (problem.isPresent()) {
      throw new PortException(PortException.Kind.REFUSED, problem.get().text());
    }
  }

  private static Message otherHost(BaseUrl url) {
    return Message.of("route.local-only.host", url.shown());
  }

  private static Optional<Message> breach(LocalOnly rule, Resolution route) {
    return switch (route.destination()) {
      case CLOUD -> Optional.of(Message.of("route.local-only.cloud"));
      case LOCAL -> ollamasCloud(route);
      case OTHER ->
          rule.allows(route.baseUrl().host())
              ? ollamasCloud(route)
              : Optional.of(otherHost(route.baseUrl()));
      case UNUSABLE -> Optional.empty();
    };
  }

  /// A server on this machine passes them on.
  private static Optional<Message> ollamasCloud(Resolution route) {
    return Stream.concat(route.model().stream(), background(route))
        .filter(LocalOnly::isOfOllamasCloud)
        .findFirst()
        .map(model -> Message.of("route.local-only.model", model));
  }

  private static Stream<String> background(Resolution route) {
    return RouteKeys.keys().stream()
        .map(SettingKey::name)
        .filter(name -> name.endsWith("_MODEL"))
        .flatMap(name -> route.settings().envValue(name).stream());
  }
}
