package dev.switchyard.domain.endpoint.detect;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The values of a JSON text under their paths, such as `data[0].owned_by`; an object or an array
/// stands under its own path with an empty value. What is read of a text that breaks off counts.
final class FlatJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  /// A list of thousands of models says no more than its beginning.
  private static final int MOST = 400;

  private static final int DEEPEST = 8;

  private final Map<String, String> values = new LinkedHashMap<>();

  private FlatJson() {}

  static Map<String, String> of(String text) {
    var flat = new FlatJson();
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      var token = parser.nextToken();
      if (token != null) {
        flat.read(parser, token, "", 0);
      }
    } catch (JacksonException _) {
      // Nothing more of it is JSON.
    }
    return flat.values;
  }

  private void read(JsonParser parser, JsonToken token, String path, int depth) {
    if (values.size() >= MOST || depth > DEEPEST) {
      parser.skipChildren();
      return;
    }
    switch (token) {
      case START_OBJECT -> object(parser, path, depth);
      case START_ARRAY -> array(parser, path, depth);
      default -> values.put(path, parser.getString());
    }
  }

  private void object(JsonParser parser, String path, int depth) {
    values.put(path, "");
    for (var name = parser.nextName(); name != null; name = parser.nextName()) {
      read(parser, parser.nextToken(), path.isEmpty() ? name : path + "." + name, depth + 1);
    }
  }

  private void array(JsonParser parser, String path, int depth) {
    values.put(path, "");
    int at = 0;
    for (var token = parser.nextToken();
        token != null && token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      read(parser, token, path + "[" + at + "]", depth + 1);
      at++;
    }
  }
}
