package dev.switchyard.adapter.tray;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/// The icon as the desktop sees it. Source: freedesktop.org, StatusNotifierItem; what KDE defined
/// is what all hosts speak.
@DBusInterfaceName(StatusNotifierItem.NAME)
public interface StatusNotifierItem extends DBusInterface {
  String NAME = "org.kde.StatusNotifierItem";
  String PATH = "/StatusNotifierItem";

  /// A click with the main button, at a place on the screen.
  @DBusMemberName("Activate")
  void activate(int x, int y);

  /// A click with the middle button.
  @DBusMemberName("SecondaryActivate")
  void secondaryActivate(int x, int y);

  /// A host that draws no menus itself asks for one to be shown.
  @DBusMemberName("ContextMenu")
  void contextMenu(int x, int y);

  @DBusMemberName("Scroll")
  void scroll(int delta, String orientation);

  /// The icon's picture is another one.
  @DBusMemberName("NewIcon")
  final class NewIcon extends DBusSignal {
    public NewIcon(String path) throws DBusException {
      super(path);
    }
  }

  /// The tool tip is another one.
  @DBusMemberName("NewToolTip")
  final class NewToolTip extends DBusSignal {
    public NewToolTip(String path) throws DBusException {
      super(path);
    }
  }
}
