package dev.switchyard.domain.session;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.EffectiveRoute;
import java.util.Locale;

/// Where a running session's requests go, against where those of a new one would.
///
/// @param started the route when it began
/// @param follows the route of its next message
/// @param fresh the route of the same session if it were started again now
/// @param state whether it follows the settings as they are
/// @param text the same in one sentence
public record SessionRoute(
    Known<EffectiveRoute> started,
    Known<EffectiveRoute> follows,
    Known<EffectiveRoute> fresh,
    State state,
    Message text) {
  /// Whether a session follows the settings as they are now.
  public enum State {
    /// Its next message does what a new session's would.
    CURRENT,
    /// It goes where it should, but asks for another model.
    KEEPS_MODEL,
    /// It goes where it went before: Claude Code keeps settings that were removed.
    KEEPS_ROUTE,
    /// What it was started with is not known.
    UNSURE;

    /// As the command line's JSON names it.
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Whether a restart changes anything, or is the only way to be sure.
  public boolean needsRestart() {
    return state != State.CURRENT;
  }

  static SessionRoute unsure(Known<EffectiveRoute> fresh, Message reason) {
    return new SessionRoute(
        Known.unknown(reason),
        Known.unknown(reason),
        fresh,
        State.UNSURE,
        Message.of("sessions.state.unsure", reason));
  }
}
