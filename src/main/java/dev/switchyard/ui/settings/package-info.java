/// The screen of Switchyard's own settings, and the settings as the open window knows them.
package dev.switchyard.ui.settings;
