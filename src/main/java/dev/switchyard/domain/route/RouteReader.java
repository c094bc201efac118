package dev.switchyard.domain.route;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;

/// The use case behind every display of a route: reads all layers of a folder and resolves them.
public interface RouteReader {
  /// The route of Claude Code started from a terminal in this folder.
  EffectiveRoute read(Path folder) throws PortException;

  /// The default route: that of a folder without settings of its own.
  EffectiveRoute readDefault() throws PortException;
}
