package dev.switchyard.cli;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Prints an answer by Jackson's generator alone: to put databind's mapper together takes longer
/// than most answers do.
final class JsonLine {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonLine() {}

  static String of(Map<String, ?> object) {
    var text = new StringWriter();
    try (var generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(generator, object);
    }
    return text.toString();
  }

  private static void write(JsonGenerator generator, Object value) {
    switch (value) {
      case Map<?, ?> object -> {
        generator.writeStartObject();
        object.forEach((name, field) -> {
          generator.writeName(name.toString());
          write(generator, field);
        });
        generator.writeEndObject();
      }
      case List<?> array -> {
        generator.writeStartArray();
        array.forEach(element -> write(generator, element));
        generator.writeEndArray();
      }
      case Boolean truth -> generator.writeBoolean(truth);
      case Double number -> generator.writeNumber(number);
      case Number number -> generator.writeNumber(number.toString());
      default -> generator.writeString(value.toString());
    }
  }
}
