/// The Endpoints screen: the servers that Claude Code can be sent to, how each stands, and the form
/// in which one is named.
///
/// Not here: what an endpoint may be (`domain.endpoint.profile`), how what answers is told
/// (`domain.endpoint.detect`), and which project is routed to which (`projects`).
package dev.switchyard.ui.endpoint;
