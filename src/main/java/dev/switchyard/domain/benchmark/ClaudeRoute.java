package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.nio.file.Path;

/// What makes Claude Code ask one server.
@FunctionalInterface
public interface ClaudeRoute {
  /// @param folder where Claude Code is started
  /// @return the text of its `--settings`, without a credential in it
  /// @throws PortException REFUSED where something on this machine is stronger, or a cloud
  ///   credential would leave it
  String settings(Path folder, String model, EndpointUrl url) throws PortException;
}
