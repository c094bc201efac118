package dev.switchyard.domain.model;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.model.Catalogue.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the catalogue out of the program. A mistake in it is one of the program's own.
final class CatalogueReader {
  private CatalogueReader() {}

  static List<Entry> entries() {
    var resource =
        Objects.requireNonNull(CatalogueReader.class.getResourceAsStream("catalogue.json"));
    try (var json = new JsonFactory().createParser(ObjectReadContext.empty(), resource)) {
      json.nextToken();
      var models = (List<?>) Objects.requireNonNull(object(json).get("models"));
      return models.stream().map(model -> entry((Map<?, ?>) model)).toList();
    }
  }

  private static Entry entry(Map<?, ?> row) {
    var id = text(row, "id");
    long stated = number(row, "statedMemory");
    return new Entry(
        ModelName.of(text(row, "name")),
        number(row, "bytes"),
        (int) number(row, "context"),
        stated,
        shape(row),
        (int) number(row, "quality"),
        number(row, "activeParameters"),
        Boolean.TRUE.equals(row.get("cloud")),
        texts(row.get("sources")),
        Message.of("models.catalogue." + id),
        row.containsKey("quality")
            ? Message.of("models.catalogue." + id + ".needs")
            : stated(stated));
  }

  private static Message stated(long bytes) {
    return bytes > 0
        ? Message.of("models.recommended.vram", bytes / 1_000_000_000)
        : Message.of("models.recommended.no-needs");
  }

  private static Optional<ModelShape> shape(Map<?, ?> row) {
    if (!(row.get("shape") instanceof Map<?, ?> found)) {
      return Optional.empty();
    }
    var values = new LinkedHashMap<String, Object>();
    found.forEach((name, value) -> values.put((String) name, value));
    var architecture = text(found, "general.architecture");
    return Optional.of(new ModelShape(architecture, values, List.of(), number(row, "bytes")));
  }

  private static Map<String, String> texts(@Nullable Object object) {
    var texts = new LinkedHashMap<String, String>();
    if (object instanceof Map<?, ?> map) {
      map.forEach((name, value) -> texts.put((String) name, (String) value));
    }
    return texts;
  }

  private static String text(Map<?, ?> row, String name) {
    return row.get(name) instanceof String text ? text : "";
  }

  private static long number(Map<?, ?> row, String name) {
    return row.get(name) instanceof Long number ? number : 0;
  }

  private static Map<String, Object> object(JsonParser json) {
    var found = new LinkedHashMap<String, Object>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = json.currentName();
      json.nextToken();
      found.put(name, value(json));
    }
    return found;
  }

  private static Object value(JsonParser json) {
    return switch (json.currentToken()) {
      case START_OBJECT -> object(json);
      case START_ARRAY -> array(json);
      case VALUE_NUMBER_INT -> json.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> json.getString();
    };
  }

  private static List<Object> array(JsonParser json) {
    var found = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      found.add(value(json));
    }
    return found;
  }
}
