package dev.switchyard.domain.setup;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.Version;

/// What can be said of the server at one moment.
public sealed interface ServerState {
  EndpointUrl url();

  /// It answers.
  record Running(EndpointUrl url, Version version) implements ServerState {}

  /// A server of another kind answers.
  ///
  /// @param version as it names it
  record Serving(EndpointUrl url, EndpointKind kind, Known<String> version)
      implements ServerState {}

  /// Its program is installed here, or it is on another machine; it does not answer as Ollama does.
  ///
  /// @param reason why, and what to do
  /// @param startable whether Switchyard could start it
  record Stopped(EndpointUrl url, Message reason, boolean startable) implements ServerState {}

  /// Nobody answers on this machine, and the program is not installed on it.
  ///
  /// @param reason where it was looked for
  record Missing(EndpointUrl url, Message reason) implements ServerState {}

  /// As the command line's JSON names it.
  default String wireName() {
    return switch (this) {
      case Running _, Serving _ -> "running";
      case Stopped _ -> "stopped";
      case Missing _ -> "missing";
    };
  }
}
