package dev.switchyard.domain.route;

import dev.switchyard.domain.PortException;

/// Port: what Claude Code has stored of a person's account.
public interface ClaudeAccounts {
  /// @throws PortException DENIED, FAILED
  Account read() throws PortException;
}
