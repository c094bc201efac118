package dev.switchyard.domain.tray;

import dev.switchyard.domain.Message;
import java.util.List;

/// One line of the tray's menu. Equal entries look and act the same.
public sealed interface TrayEntry {
  /// Says something; a click does nothing.
  record Line(Message text) implements TrayEntry {}

  /// Stands between two groups.
  record Separator() implements TrayEntry {}

  /// A click does something.
  record Item(Message text, Mark mark, TrayAction action) implements TrayEntry {}

  /// More entries beside it.
  ///
  /// @param id names it within its menu, also when its text changes
  record Submenu(String id, Message text, List<TrayEntry> entries) implements TrayEntry {
    public Submenu {
      entries = List.copyOf(entries);
    }
  }

  /// What stands before an item's text.
  enum Mark {
    /// It is no choice.
    NONE,
    /// One of several choices, another one holds.
    OFF,
    /// The choice that holds.
    ON
  }
}
