package dev.switchyard.domain.session;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.RouteSentence;
import dev.switchyard.domain.session.SessionRoute.State;
import java.util.Optional;

/// What becomes of a session's route: how it began, where its next message goes, and where it would
/// go after a restart.
///
/// @param missesChanges whether it does not notice changes of its settings any more
record RouteComparison(
    EffectiveRoute started, EffectiveRoute follows, EffectiveRoute fresh, boolean missesChanges) {
  static SessionRoute of(
      EffectiveRoute started, EffectiveRoute follows, EffectiveRoute fresh, boolean missesChanges) {
    var compared = new RouteComparison(started, follows, fresh, missesChanges);
    return new SessionRoute(
        Known.of(started), Known.of(follows), Known.of(fresh), compared.state(), compared.text());
  }

  private State state() {
    if (!leadToSamePlace(follows, fresh)) {
      return State.KEEPS_ROUTE;
    }
    return asked(follows).equals(asked(fresh)) ? State.CURRENT : State.KEEPS_MODEL;
  }

  private Message text() {
    boolean moves = !leadToSamePlace(started, follows);
    return switch (state()) {
      case CURRENT ->
          moves
              ? Message.of("sessions.state.new-address", RouteSentence.host(follows))
              : Message.of("sessions.state.current");
      case KEEPS_MODEL ->
          Message.of(
              moves ? "sessions.state.new-address-keeps-model" : "sessions.state.keeps-model",
              RouteSentence.host(follows),
              name(follows),
              name(fresh));
      case KEEPS_ROUTE ->
          Message.of(
              missesChanges ? "sessions.state.misses-changes" : "sessions.state.keeps-route",
              RouteSentence.host(follows),
              name(follows),
              RouteSentence.host(fresh));
      case UNSURE -> throw new IllegalArgumentException("what was compared is known");
    };
  }

  private static boolean leadToSamePlace(EffectiveRoute one, EffectiveRoute other) {
    return one.destination() == other.destination() && one.baseUrl().equals(other.baseUrl());
  }

  private static Optional<String> asked(EffectiveRoute route) {
    return AskedModel.of(route.model(), route);
  }

  private static Object name(EffectiveRoute route) {
    return asked(route).<Object>map(model -> model).orElse(Message.of("sessions.default-model"));
  }
}
