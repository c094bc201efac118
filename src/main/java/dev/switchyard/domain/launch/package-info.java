/// Starting Claude Code: finding it, what exactly is run for a request, and what would go wrong.
///
/// Terminals, scripts and quoting have packages of their own below. Not here: where requests go
/// (`route`), starting a server (`endpoint`).
package dev.switchyard.domain.launch;
