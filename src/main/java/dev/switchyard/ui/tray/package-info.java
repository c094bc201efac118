/// What the tray's icon and menu say, and what happens on a click: through the same plans as in the
/// window, and in the window where a person has to decide.
package dev.switchyard.ui.tray;
