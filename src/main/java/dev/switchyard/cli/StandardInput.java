package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.io.IOException;

/// What is piped into a command.
final class StandardInput {
  private StandardInput() {}

  /// @param largest how much is read at most, in bytes
  static byte[] read(int largest) throws PortException {
    try {
      return System.in.readNBytes(largest);
    } catch (IOException e) {
      throw new PortException(
          PortException.Kind.FAILED,
          Message.of("cli.import.input", String.valueOf(e.getMessage())),
          e);
    }
  }
}
