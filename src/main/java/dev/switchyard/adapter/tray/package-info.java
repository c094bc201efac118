/// The desktop's tray. On Linux an item of the StatusNotifier protocol with a menu of the dbusmenu
/// protocol, both over D-Bus; elsewhere Java's own tray. What the icon and the menu mean is in
/// `domain.tray`.
package dev.switchyard.adapter.tray;
