package dev.switchyard.domain.route;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Says what follows from the token of an endpoint that a route leads to.
final class EndpointNotes {
  private EndpointNotes() {}

  /// @param scope which file gets the route
  /// @param named whether the person named that file
  static List<Message> of(LocalTarget target, Scope scope, boolean named) {
    return target.endpoint().stream()
        .flatMap(endpoint ->
            Stream.of(shared(endpoint, scope), place(endpoint, scope, named), clear(endpoint)))
        .flatMap(Optional::stream)
        .toList();
  }

  /// Everybody who gets the file runs the command, in `-p` without being asked.
  private static Optional<Message> shared(RouteEndpoint endpoint, Scope scope) {
    return endpoint
        .helper()
        .filter(_ -> scope == Scope.PROJECT)
        .map(command ->
            endpoint.profile().token() instanceof TokenSource.Variable(var name)
                ? Message.of("route.note.shared-variable", endpoint.name(), name)
                : Message.of("route.note.shared-command", endpoint.name(), command));
  }

  private static Optional<Message> place(RouteEndpoint endpoint, Scope scope, boolean named) {
    return Optional.of(Message.of("route.note.own-file", endpoint.name()))
        .filter(_ -> endpoint.isOfThisMachine() && !named && scope == Scope.LOCAL);
  }

  private static Optional<Message> clear(RouteEndpoint endpoint) {
    return Optional.of(
            Message.of(
                "route.note.token-in-clear", endpoint.name(), endpoint.profile().url().toString()))
        .filter(_ -> endpoint.profile().sendsTokenInClear());
  }
}
