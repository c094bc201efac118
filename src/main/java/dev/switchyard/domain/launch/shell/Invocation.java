package dev.switchyard.domain.launch.shell;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A program to be run from a shell.
///
/// @param folder where it runs
/// @param variables what is set for it, in this order; an empty value hides what stood there
/// @param copied variables that get the value of another one when the shell runs, so that a secret
///   never stands in a text
/// @param command the program and its arguments
public record Invocation(
    Path folder, Map<String, String> variables, Map<String, String> copied, List<String> command) {
  public Invocation {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    copied = Collections.unmodifiableMap(new LinkedHashMap<>(copied));
    command = List.copyOf(command);
  }
}
