/// The command line's description in the forms of others: the manual page, and the completions of
/// shells.
///
/// Belongs here: a form, made of [dev.switchyard.cli.manual.Described] alone. Does not belong here:
/// what a command does, and what its options mean (that stands at the command).
package dev.switchyard.cli.manual;
