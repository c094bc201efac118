package dev.switchyard.domain.probe;

import dev.switchyard.domain.Message;

/// What the endpoint itself shows of having answered.
///
/// Ollama moves the time at which it will unload a model with every request for it, also where it
/// keeps models for ever. Another program that asks for the same model in the same seconds would
/// move it too.
public sealed interface EndpointEvidence {
  /// The model was not in memory before, and is now.
  record Loaded(String model) implements EndpointEvidence {}

  /// The time of its unloading moved.
  record Moved(String model) implements EndpointEvidence {}

  /// It shows which models it has loaded, and nothing has changed there.
  record Silent() implements EndpointEvidence {}

  /// It is no Ollama server, or could not be asked: then the answer's id alone tells that there was
  /// one.
  record NotShown(Message reason) implements EndpointEvidence {}

  /// As the command line's JSON names it.
  default String wireName() {
    return switch (this) {
      case Loaded _ -> "model-loaded";
      case Moved _ -> "expiry-moved";
      case Silent _ -> "silent";
      case NotShown _ -> "not-shown";
    };
  }
}
