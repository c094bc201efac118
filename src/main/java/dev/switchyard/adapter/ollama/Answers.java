package dev.switchyard.adapter.ollama;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.Recommendation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Reads the lists that the server answers with. A name that is no model name cannot be asked for
/// either and is left out.
final class Answers {
  private Answers() {}

  static List<LoadedModel> loaded(JsonNode answer) throws PortException {
    var models = new ArrayList<LoadedModel>();
    for (var entry : answer.path("models")) {
      var name = ModelName.parse(entry.path("name").asString(""));
      if (name.isPresent()) {
        models.add(
            new LoadedModel(
                name.get(),
                entry.path("digest").asString(""),
                entry.path("size").asLong(0),
                entry.path("size_vram").asLong(0),
                entry.path("context_length").asInt(0),
                instant(entry.path("expires_at"))));
      }
    }
    return models;
  }

  static List<Recommendation> recommendations(JsonNode answer) {
    var found = new ArrayList<Recommendation>();
    for (var entry : answer.path("recommendations")) {
      ModelName.parse(entry.path("model").asString(""))
          .map(name ->
              new Recommendation(
                  name,
                  entry.path("description").asString(""),
                  entry.path("context_length").asInt(0),
                  entry.path("vram_bytes").asLong(0)))
          .ifPresent(found::add);
    }
    return found;
  }

  /// The server writes RFC 3339 with its own offset.
  static Instant instant(JsonNode text) throws PortException {
    try {
      return OffsetDateTime.parse(text.asString("")).toInstant();
    } catch (DateTimeException e) {
      throw new PortException(
          Kind.MALFORMED, Message.of("server.error.no-time", text.toString()), e);
    }
  }
}
