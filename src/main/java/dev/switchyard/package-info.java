/// The entry point: it decides between the window and the command line, and wires the parts.
///
/// Belongs here: [Main], [App] and the composition root. Does not belong here: anything that knows
/// a subject (that is `domain`), an outside program (`adapter`), a screen (`ui`) or a command
/// (`cli`).
package dev.switchyard;
