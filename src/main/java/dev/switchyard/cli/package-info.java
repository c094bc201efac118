/// The command line: one class per command, over the same use cases as the window.
///
/// Belongs here: reading arguments, printing answers as text or as one JSON object, exit codes.
/// Does not belong here: anything that decides (that is `domain`), JavaFX, an adapter.
package dev.switchyard.cli;
