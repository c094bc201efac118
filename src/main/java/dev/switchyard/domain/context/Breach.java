package dev.switchyard.domain.context;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.EffectiveRoute.Severity;

/// One place that differs.
///
/// @param id stable name for scripts, such as `told-too-much`
/// @param place the one that differs
/// @param severity an error means that prompts are cut, or that Claude Code cannot work
/// @param text what differs, and what follows from it
/// @param advice what to do
/// @param mend what does it
public record Breach(
    String id, Place place, Severity severity, Message text, Message advice, Mend mend) {
  /// With the bundle's entries `context.breach.ID` and `context.advice.ID`, which share their
  /// arguments.
  static Breach of(String id, Place place, Severity severity, Mend mend, Object... arguments) {
    return new Breach(
        id,
        place,
        severity,
        Message.of("context.breach." + id, arguments),
        Message.of("context.advice." + id, arguments),
        mend);
  }

  /// Whether this program can do something about it: what an administrator says, only they can
  /// change.
  public boolean canBeMended() {
    return !(mend instanceof Mend.Choose) || place == Place.BUILT;
  }

  Breach advising(Message other) {
    return new Breach(id, place, severity, text, other, mend);
  }
}
