/// The window: navigation, top bar, notices, and how a screen is plugged in.
package dev.switchyard.ui.shell;
