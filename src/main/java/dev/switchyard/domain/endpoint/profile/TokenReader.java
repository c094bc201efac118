package dev.switchyard.domain.endpoint.profile;

import dev.switchyard.domain.PortException;
import java.util.Optional;

/// Port: reads a token where it is kept. It blocks, and remembers nothing.
@FunctionalInterface
public interface TokenReader {
  /// @return empty where the server asks for none
  /// @throws PortException MISSING where the variable is not set, TIMEOUT and FAILED where the
  ///   command is too slow or fails, MALFORMED where what comes out is no token; no text quotes
  ///   what came out
  Optional<Token> read(TokenSource source) throws PortException;
}
