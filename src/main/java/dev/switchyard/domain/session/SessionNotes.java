package dev.switchyard.domain.session;

import java.util.List;

/// Port: what the running Claude Codes of this person note about themselves.
@FunctionalInterface
public interface SessionNotes {
  /// Empty where there are none: older versions write none, and what cannot be read is left out.
  List<SessionNote> read();
}
