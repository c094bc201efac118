package dev.switchyard.domain.launch;

import dev.switchyard.domain.launch.shell.Invocation;

/// What is run in a terminal.
///
/// @param title of the window
/// @param invocation folder, variables and command
/// @param staysOpen whether the window waits for Enter also after success, as for a question that
///   is answered once
public record LaunchPlan(String title, Invocation invocation, boolean staysOpen) {}
