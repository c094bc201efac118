package dev.switchyard.ui.launch;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.ExplainCloudOnce;
import dev.switchyard.domain.route.LocalOnce;
import java.util.List;

/// What one-offs need beside the launch itself.
///
/// @param models asks the local server
/// @param local works out a run on it
/// @param cloud says what to know before a run in the cloud
public record OneOffs(Models models, LocalOnce local, ExplainCloudOnce cloud) {
  /// The models to choose from.
  @FunctionalInterface
  public interface Models {
    /// Those that can drive Claude Code first.
    ///
    /// @throws PortException if the server does not say
    List<String> names() throws PortException;
  }
}
