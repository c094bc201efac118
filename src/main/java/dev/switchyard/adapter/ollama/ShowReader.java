package dev.switchyard.adapter.ollama;

import dev.switchyard.domain.fit.ModelShape.Tensor;
import dev.switchyard.domain.model.Capability;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads an answer to `/api/show` as it comes in.
///
/// With `verbose` it holds the tokenizer's lists, tens of megabytes for a Gemma: they are skipped
/// token by token, so that only the model's shape is ever in memory.
final class ShowReader {
  private static final long MOST_BYTES = 512L << 20;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxDocumentLength(MOST_BYTES).build())
          .build();

  private String modelfile = "";
  private String parameters = "";
  private String remoteHost = "";
  private final Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
  private final Map<String, Object> info = new HashMap<>();
  private final List<Tensor> tensors = new ArrayList<>();

  private ShowReader() {}

  /// @throws tools.jackson.core.JacksonException if it is no JSON, breaks off, or is longer than
  ///   512 MiB
  static Shown read(InputStream body) {
    var reader = new ShowReader();
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
      parser.nextToken();
      reader.readObject(parser);
    }
    return new Shown(
        reader.modelfile,
        reader.parameters,
        reader.remoteHost,
        Set.copyOf(reader.capabilities),
        reader.info,
        reader.tensors);
  }

  private void readObject(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "modelfile" -> modelfile = text(parser);
        case "parameters" -> parameters = text(parser);
        case "remote_host" -> remoteHost = text(parser);
        case "capabilities" -> readCapabilities(parser);
        case "model_info" -> readInfo(parser, key -> !key.startsWith("tokenizer."));
        case "projector_info" -> readInfo(parser, key -> key.startsWith("clip."));
        case "tensors" -> readTensors(parser);
        default -> parser.skipChildren();
      }
    }
  }

  private void readCapabilities(JsonParser parser) {
    if (value(parser) instanceof List<?> names) {
      names.forEach(name -> Capability.parse(name.toString()).ifPresent(capabilities::add));
    }
  }

  /// A projector's values go beside the model's own; their names tell them apart.
  private void readInfo(JsonParser parser, Predicate<String> wanted) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = parser.currentName();
      parser.nextToken();
      if (!wanted.test(name)) {
        parser.skipChildren();
        continue;
      }
      var value = value(parser);
      if (value != null) {
        info.put(name, value);
      }
    }
  }

  private void readTensors(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      return;
    }
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      tensors.add(tensor(parser));
    }
  }

  private static Tensor tensor(JsonParser parser) {
    var name = "";
    var type = "";
    var shape = List.<Long>of();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var property = parser.currentName();
      parser.nextToken();
      switch (property) {
        case "name" -> name = text(parser);
        case "type" -> type = text(parser);
        case "shape" ->
            shape =
                value(parser) instanceof List<?> sizes
                    ? sizes.stream().filter(Long.class::isInstance).map(Long.class::cast).toList()
                    : List.of();
        default -> parser.skipChildren();
      }
    }
    return new Tensor(name, type, shape);
  }

  private static String text(JsonParser parser) {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getString();
    }
    parser.skipChildren();
    return "";
  }

  /// A scalar or a flat list of scalars; null for `null` and for objects, which `model_info` does
  /// not hold.
  private static @Nullable Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_ARRAY -> list(parser);
      case null, default -> {
        parser.skipChildren();
        yield null;
      }
    };
  }

  private static List<Object> list(JsonParser parser) {
    var values = new ArrayList<Object>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      var value = value(parser);
      if (value != null) {
        values.add(value);
      }
    }
    return List.copyOf(values);
  }
}
