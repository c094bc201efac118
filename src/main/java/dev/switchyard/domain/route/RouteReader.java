package dev.switchyard.domain.route;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.util.EnumMap;

/// The use case behind every display of a route: reads all layers of a folder and resolves them.
public interface RouteReader {
  /// The route of Claude Code started in this way.
  ///
  /// @throws PortException MISSING, MALFORMED or REFUSED for a `--settings` that Claude Code would
  ///   not start with; CANCELLED
  EffectiveRoute read(ClaudeStart start) throws PortException;

  /// The default route: that of a folder without settings of its own, from a terminal.
  EffectiveRoute readDefault() throws PortException;

  /// The route of Claude Code started from a terminal in this folder.
  default EffectiveRoute read(Path folder) throws PortException {
    return read(folder, StartedFrom.TERMINAL);
  }

  default EffectiveRoute read(Path folder, StartedFrom from) throws PortException {
    return read(new ClaudeStart(folder, from));
  }

  /// The same for many folders in turn: what they share is read once, so it is only good for one
  /// look.
  default RouteReader atThisMoment() {
    return this;
  }

  /// The routes of all ways of starting, with the same options.
  default RoutesByStart readAll(ClaudeStart start) throws PortException {
    var routes = new EnumMap<StartedFrom, EffectiveRoute>(StartedFrom.class);
    for (var from : StartedFrom.values()) {
      routes.put(from, read(start.startedFrom(from)));
    }
    return new RoutesByStart(routes);
  }

  default RoutesByStart readAll(Path folder) throws PortException {
    return readAll(new ClaudeStart(folder, StartedFrom.TERMINAL));
  }
}
