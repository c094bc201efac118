/// JavaFX's clock. The only place that reaches into JavaFX's internals; nothing of it is needed for
/// the window to work.
package dev.switchyard.ui.pulse;
