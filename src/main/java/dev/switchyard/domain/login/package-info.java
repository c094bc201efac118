/// Whether Switchyard is started with the desktop, as the port that the systems implement.
package dev.switchyard.domain.login;
