package dev.switchyard.adapter.demo;

import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.model.ModelName;
import tools.jackson.databind.JsonNode;

/// Finds the model that a request names, or refuses in the server's words.
final class ModelLookup {
  private static final Version WITH_TAG_IN_ERRORS = Version.of(0, 30, 0);

  private final SimulatedStore store;
  private final Version version;

  ModelLookup(SimulatedStore store, Version version) {
    this.store = store;
    this.version = version;
  }

  SimulatedModel require(JsonNode body) throws Refusal {
    var name = nameIn(body);
    return store.find(name).orElseThrow(() -> Refusal.of(404, "model '" + name + "' not found"));
  }

  /// As `/api/show` refuses: newer servers name the tag too.
  SimulatedModel requireToShow(JsonNode body) throws Refusal {
    var name = nameIn(body);
    var withTag =
        name.indexOf(':') < 0 && version.isAtLeast(WITH_TAG_IN_ERRORS) ? name + ":latest" : name;
    return store.find(name).orElseThrow(() -> Refusal.of(404, "model '" + withTag + "' not found"));
  }

  /// The name under `model`, or `name` as old clients write it.
  static String nameIn(JsonNode body) {
    return body.path("model").asString(body.path("name").asString(""));
  }

  static ModelName validName(JsonNode body) throws Refusal {
    return ModelName.parse(nameIn(body)).orElseThrow(() -> Refusal.of(400, "invalid model name"));
  }
}
