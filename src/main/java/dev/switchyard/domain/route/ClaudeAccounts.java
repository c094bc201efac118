package dev.switchyard.domain.route;

/// Port: what Claude Code has stored of a person's account.
public interface ClaudeAccounts {
  Account read();
}
