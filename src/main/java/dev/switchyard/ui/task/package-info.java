/// The only place where the window's work leaves and re-enters the JavaFX thread.
package dev.switchyard.ui.task;
