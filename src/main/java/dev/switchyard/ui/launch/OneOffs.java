package dev.switchyard.ui.launch;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.LocalOnce;
import java.util.List;

/// What one-offs need beside the launch itself.
///
/// @param models asks the local server
/// @param local works out a run on it
public record OneOffs(Models models, LocalOnce local) {
  /// The models to choose from.
  @FunctionalInterface
  public interface Models {
    /// Those that can drive Claude Code first.
    ///
    /// @throws PortException if the server does not say
    List<String> names() throws PortException;
  }
}
