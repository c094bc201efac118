/// Launching from the window: the button, what would go wrong, the one-off in the cloud, and the
/// choice of a terminal. Other screens place these components; this package knows no screen.
package dev.switchyard.ui.launch;
