package dev.switchyard.domain.route;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.util.Optional;

/// Port: the models that earlier sessions of Claude Code were made with. Nothing else is read of
/// them.
public interface SessionModels {
  /// The model of the last answer in a session.
  ///
  /// @param folder where the session was started
  /// @param session its id, empty for the last one of the folder
  /// @return empty where no answer names a model
  /// @throws PortException MISSING where there is no such session, DENIED, FAILED
  Optional<String> lastModel(Path folder, Optional<String> session) throws PortException;
}
