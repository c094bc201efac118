package dev.switchyard.domain.truth;

import dev.switchyard.domain.PortException;
import java.util.List;

/// Port: the processes of this machine in which Ollama runs models. All calls block.
public interface Runners {
  /// @throws PortException FAILED where the system shows no processes
  List<Runner> running() throws PortException;
}
