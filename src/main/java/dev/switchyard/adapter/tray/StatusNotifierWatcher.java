package dev.switchyard.adapter.tray;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/// Keeps the list of all items for the panels that show them.
@DBusInterfaceName(StatusNotifierWatcher.NAME)
public interface StatusNotifierWatcher extends DBusInterface {
  String NAME = "org.kde.StatusNotifierWatcher";
  String PATH = "/StatusNotifierWatcher";

  /// Whether a panel shows items now: the watcher alone shows nothing.
  String HOST_REGISTERED = "IsStatusNotifierHostRegistered";

  /// @param service the item's name on the bus
  @DBusMemberName("RegisterStatusNotifierItem")
  void registerStatusNotifierItem(String service);
}
