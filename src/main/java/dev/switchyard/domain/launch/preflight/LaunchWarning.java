package dev.switchyard.domain.launch.preflight;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.EffectiveRoute.Severity;

/// Something that a person should know before Claude Code is started.
///
/// @param id stable name, such as `server-down`
/// @param severity an error means that the launch will not do what it is meant to
/// @param text what is the matter and what follows from it
/// @param advice what to do
/// @param prevents whether the launch cannot be done at all
public record LaunchWarning(
    String id, Severity severity, Message text, Message advice, boolean prevents) {
  /// A warning of the bundle's entries `launch.warning.ID` and `launch.advice.ID`.
  static LaunchWarning of(String id, Severity severity, Object... arguments) {
    return new LaunchWarning(
        id,
        severity,
        Message.of("launch.warning." + id, arguments),
        Message.of("launch.advice." + id, arguments),
        false);
  }

  LaunchWarning preventing() {
    return new LaunchWarning(id, severity, text, advice, true);
  }
}
