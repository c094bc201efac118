package dev.switchyard.domain.launch;

import dev.switchyard.domain.Known;

/// Port: finds the programs that Switchyard starts. Calls block for up to some seconds.
public interface Programs {
  /// Claude Code; where it is not found, the reason says how to install it on this system.
  Known<Program> claude();

  /// Ollama's program; a server may run without it, on another machine or in a container.
  Known<Program> ollama();
}
