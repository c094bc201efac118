package dev.switchyard.domain.tray;

import dev.switchyard.domain.Message;
import java.util.List;

/// All that the tray shows.
///
/// @param icon the state at a glance
/// @param tip one line beside the icon when it is pointed at
/// @param menu the menu's entries, from the top
public record TrayLook(TrayIcon icon, Message tip, List<TrayEntry> menu) {
  public TrayLook {
    menu = List.copyOf(menu);
  }
}
