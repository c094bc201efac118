package dev.switchyard.adapter.process;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is run: a list of arguments, never a shell's line.
///
/// @param arguments the program and its arguments
/// @param directory where it runs; empty for where Switchyard itself was started
/// @param environment variables on top of the person's own; an empty value sets the variable to
///   nothing
/// @param limit how long it may take
/// @param input what it reads on standard input
public record Command(
    List<String> arguments,
    Optional<Path> directory,
    Map<String, String> environment,
    Duration limit,
    byte[] input) {
  static final Duration USUAL_LIMIT = Duration.ofSeconds(10);

  public Command {
    if (arguments.isEmpty()) {
      throw new IllegalArgumentException("a command names a program");
    }
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  public static Command of(String... arguments) {
    return of(List.of(arguments));
  }

  /// Ten seconds, nothing on standard input.
  public static Command of(List<String> arguments) {
    return new Command(arguments, Optional.empty(), Map.of(), USUAL_LIMIT, new byte[0]);
  }

  public Command in(Path folder) {
    return new Command(arguments, Optional.of(folder), environment, limit, input);
  }

  public Command with(Map<String, String> variables) {
    return new Command(arguments, directory, variables, limit, input);
  }

  public Command within(Duration longest) {
    return new Command(arguments, directory, environment, longest, input);
  }

  public Command reading(String text) {
    return new Command(
        arguments, directory, environment, limit, text.getBytes(StandardCharsets.UTF_8));
  }

  String program() {
    return arguments.getFirst();
  }
}
