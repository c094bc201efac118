/// The Projects screen, and the default route in the top bar: choosing where requests go, and
/// seeing where they do.
///
/// What a switch writes and which layer wins is decided in `domain.route`.
package dev.switchyard.ui.projects;
