/// How shells write arguments, variables and folders, so that every text arrives as it is.
///
/// Here: one class per shell, with no knowledge of what is written. Not here: what is launched, and
/// starting a shell.
package dev.switchyard.domain.launch.shell;
