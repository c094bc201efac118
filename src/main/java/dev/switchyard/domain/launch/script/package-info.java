/// The script of one launch, in the languages that terminals run. It changes to the folder, sets
/// the variables, runs the command, and keeps the window open after a failure. It never holds a
/// secret, so that it may be copied and kept.
package dev.switchyard.domain.launch.script;
