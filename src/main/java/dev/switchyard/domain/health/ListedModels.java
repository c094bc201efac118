package dev.switchyard.domain.health;

import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.model.ModelName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The models that a server names at `/v1/models`: `{"data": [{"id": "qwen3"}]}`.
///
/// @param names in the server's order
/// @param whole false where more was sent than is read
record ListedModels(List<String> names, boolean whole) {
  static final String PATH = "/v1/models";

  private static final JsonFactory FACTORY = new JsonFactory();

  /// @return empty where it is no such list
  static Optional<ListedModels> parse(String text) {
    var names = new ArrayList<String>();
    boolean found = false;
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      for (var field = parser.nextName(); field != null; field = parser.nextName()) {
        var token = parser.nextToken();
        // Ollama without a model lists null.
        found |=
            field.equals("data")
                && (token == JsonToken.START_ARRAY || token == JsonToken.VALUE_NULL);
        if (field.equals("data")) {
          read(parser, names);
        } else {
          parser.skipChildren();
        }
      }
      return found ? Optional.of(new ListedModels(names, true)) : Optional.empty();
    } catch (JacksonException _) {
      return found ? Optional.of(new ListedModels(names, false)) : Optional.empty();
    }
  }

  private static void read(JsonParser parser, List<String> names) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        readModel(parser, names);
      } else {
        parser.skipChildren();
      }
    }
  }

  private static void readModel(JsonParser parser, List<String> names) {
    for (var field = parser.nextName(); field != null; field = parser.nextName()) {
      if (parser.nextToken() == JsonToken.VALUE_STRING && field.equals("id")) {
        names.add(parser.getString());
      } else {
        parser.skipChildren();
      }
    }
  }

  boolean has(EndpointKind kind, String model) {
    return names.stream().anyMatch(name -> isSame(kind, name, model));
  }

  /// Only Ollama has names that are written in more than one way.
  private static boolean isSame(EndpointKind kind, String one, String other) {
    if (kind != EndpointKind.OLLAMA) {
      return one.equals(other);
    }
    var name = ModelName.parse(one);
    return name.isPresent() ? name.equals(ModelName.parse(other)) : one.equals(other);
  }

  /// Whether a pattern such as LiteLLM's `openai/*` stands in it, of which only the gateway knows
  /// what it covers.
  boolean hasPatterns() {
    return names.stream().anyMatch(name -> name.contains("*"));
  }
}
