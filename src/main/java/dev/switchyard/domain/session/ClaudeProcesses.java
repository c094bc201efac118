package dev.switchyard.domain.session;

import dev.switchyard.domain.PortException;
import java.util.List;

/// Port: the processes of Claude Code that run on this machine for this person.
@FunctionalInterface
public interface ClaudeProcesses {
  /// @throws PortException FAILED where the system does not show its processes
  List<ClaudeProcess> running() throws PortException;
}
