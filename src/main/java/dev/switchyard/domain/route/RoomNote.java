package dev.switchyard.domain.route;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import dev.switchyard.domain.route.option.ContextBudget;
import dev.switchyard.domain.route.option.FirstPrompt;
import dev.switchyard.domain.route.option.RouteOption;
import dev.switchyard.domain.route.option.RouteOptions;
import java.util.Optional;

/// Says what a small context has done to a route, or should.
final class RoomNote {
  private RoomNote() {}

  /// @param target the route, with all its options
  /// @param named those that the person named
  static Optional<Message> of(LocalTarget target, RouteOptions named) {
    var slim = target.options().level(RouteOption.SLIM);
    int context = target.contextTokens();
    int prompt = FirstPrompt.tokens(target.options());
    boolean slimmedByUs =
        !named.levels().containsKey(RouteOption.SLIM)
            && slim.equals(RouteOption.SLIM.usual(context))
            && !slim.writes().isEmpty();
    if (slimmedByUs) {
      int without = FirstPrompt.tokens(target.options().without(RouteOption.SLIM));
      return Optional.of(
          Message.of(
              "route.note.slimmed",
              new Tokens(context),
              slim.name(),
              new Tokens(without),
              new Tokens(prompt)));
    }
    return FirstPrompt.isCramped(target.options(), context)
        ? Optional.of(
            Message.of(
                "route.note.cramped",
                new Tokens(context),
                new Tokens(new ContextBudget(context).compactsAt()),
                new Tokens(prompt),
                RouteOption.SLIM.usual(context).name()))
        : Optional.empty();
  }
}
