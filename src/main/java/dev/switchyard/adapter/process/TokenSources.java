package dev.switchyard.adapter.process;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.endpoint.profile.Token;
import dev.switchyard.domain.endpoint.profile.TokenReader;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Reads tokens out of the environment, and out of what commands print. What a command said is told
/// to nobody, also where it failed: the token may stand in it.
public final class TokenSources implements TokenReader {
  private final OperatingSystem system;
  private final Function<String, Optional<String>> environment;
  private final Supplier<Processes> processes;

  /// @param environment the value of a variable, empty where it is not set or blank
  /// @param processes asked for with the first command
  public TokenSources(
      OperatingSystem system,
      Function<String, Optional<String>> environment,
      Supplier<Processes> processes) {
    this.system = system;
    this.environment = environment;
    this.processes = processes;
  }

  @Override
  public Optional<Token> read(TokenSource source) throws PortException {
    return switch (source) {
      case TokenSource.None _ -> Optional.empty();
      case TokenSource.Literal(var text) -> Optional.of(Token.of(text));
      case TokenSource.Variable(var name) -> Optional.of(Token.of(variable(name)));
      case TokenSource.Command(var line) -> Optional.of(Token.of(printed(line)));
    };
  }

  private String variable(String name) throws PortException {
    return environment
        .apply(name)
        .orElseThrow(
            () -> new PortException(Kind.MISSING, Message.of("endpoint.token.not-set", name)));
  }

  private String printed(String line) throws PortException {
    var outcome = run(line);
    if (!outcome.succeeded()) {
      throw new PortException(
          Kind.FAILED, Message.of("endpoint.token.command-failed", line, outcome.exitCode()));
    }
    var token = outcome.output().strip();
    if (token.isEmpty()) {
      throw new PortException(Kind.MALFORMED, Message.of("endpoint.token.command-silent", line));
    }
    return token;
  }

  private Outcome run(String line) throws PortException {
    try {
      return processes.get().run(Command.of(shell(line)));
    } catch (PortException e) {
      if (e.kind() == Kind.TIMEOUT) {
        throw new PortException(
            Kind.TIMEOUT,
            Message.of("endpoint.token.command-slow", line, Command.USUAL_LIMIT.toSeconds()),
            e);
      }
      throw e;
    }
  }

  private List<String> shell(String line) {
    return switch (system) {
      case LINUX, MACOS -> List.of("/bin/sh", "-c", line);
      // With /s it takes the outer quotes away and leaves those of the line alone.
      case WINDOWS -> List.of("cmd.exe", "/d", "/s", "/c", '"' + line + '"');
    };
  }
}
