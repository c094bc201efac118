/// Starting Switchyard at login: XDG autostart on Linux, a launch agent on macOS, the Run key of
/// the registry on Windows.
package dev.switchyard.adapter.login;
