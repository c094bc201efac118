package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the server of this machine is started with.
///
/// @param starter who starts it, and so where it is to be changed
/// @param variables those of [#NAMES] that are set
public record ServerEnvironment(Starter starter, Map<String, Placed> variables) {
  /// What decides how models are loaded and where they are served. Source: Ollama
  /// `envconfig/config.go`.
  public static final List<String> NAMES =
      List.of(
          "OLLAMA_HOST",
          "OLLAMA_MODELS",
          "OLLAMA_CONTEXT_LENGTH",
          "OLLAMA_KEEP_ALIVE",
          "OLLAMA_NUM_PARALLEL",
          "OLLAMA_MAX_LOADED_MODELS",
          "OLLAMA_FLASH_ATTENTION",
          "OLLAMA_KV_CACHE_TYPE");

  /// Who starts a server.
  public enum Starter {
    /// systemd, for all people of the machine: only an administrator changes it.
    SYSTEM_SERVICE,
    /// systemd, for this person.
    USER_SERVICE,
    /// Ollama's application on macOS.
    MACOS_APPLICATION,
    /// Ollama's application on Windows.
    WINDOWS_APPLICATION,
    /// Somebody, in a terminal, or Switchyard.
    PERSON
  }

  /// A value and where it stands.
  public record Placed(String value, Message place) {}

  public ServerEnvironment {
    variables = Map.copyOf(variables);
  }

  public Optional<Placed> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  /// How long a model stays in memory after its last request; Ollama's own five minutes where
  /// nothing is set.
  public Duration keepAlive() {
    return variable("OLLAMA_KEEP_ALIVE")
        .map(Placed::value)
        .map(StayTime::parse)
        .orElse(StayTime.USUAL);
  }
}
