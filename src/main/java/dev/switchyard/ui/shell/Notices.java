package dev.switchyard.ui.shell;

import dev.switchyard.domain.Message;
import java.util.Optional;

/// Short messages at the window's edge, for what happened away from where the person is looking.
/// View-models use it; what concerns a field stands at the field instead.
public interface Notices {
  /// What kind of news it is: colour and how long it stays.
  enum Kind {
    INFO,
    SUCCESS,
    WARNING,
    ERROR
  }

  /// @param label key of the button's text
  record Action(String label, Runnable run) {}

  void show(Kind kind, Message text, Optional<Action> action);

  default void show(Kind kind, Message text) {
    show(kind, text, Optional.empty());
  }
}
