/// The icon in the desktop's tray as data: its state, its menu, what a click asks for, and the port
/// that shows it. What the menu says is worked out in `ui.tray`.
package dev.switchyard.domain.tray;
