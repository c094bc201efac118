package dev.switchyard.domain.fit;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads a model's shape from JSON: `{"model_info":{…},"file_size":…,"tensors":[…]}`, the form of
/// `/api/show` with the file's size beside. Everything else is skipped; the tokenizer's long lists
/// are never kept.
public final class ShapeReader {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final JsonParser json;
  private Map<String, Object> values = Map.of();
  private Map<String, Object> projector = Map.of();
  private List<ModelShape.Tensor> tensors = List.of();
  private long fileBytes;
  private final Map<String, Long> row = new HashMap<>();
  private KvType kvType = KvType.F16;

  private ShapeReader(JsonParser json) {
    this.json = json;
  }

  /// A shape and how it was loaded when it was measured.
  ///
  /// @param options what the row says, and the defaults for the rest
  public record Recorded(ModelShape shape, LoadOptions options) {}

  /// @throws PortException MALFORMED where it is no such JSON, with line and column
  public static ModelShape read(InputStream input) throws PortException {
    return read(input, 1).shape();
  }

  /// Reads a row of measurements too: the shape's fields with `num_ctx`, `num_parallel`,
  /// `kv_cache_type` and `num_batch` beside them.
  ///
  /// @param contextLength tokens, where the row names none
  /// @throws PortException MALFORMED where it is no such JSON, with line and column
  public static Recorded read(InputStream input, int contextLength) throws PortException {
    try (var json = JSON.createParser(ObjectReadContext.empty(), input)) {
      var reader = new ShapeReader(json);
      var shape = reader.shape();
      return new Recorded(shape, reader.options(contextLength));
    } catch (JacksonException e) {
      var where = e.getLocation();
      throw malformed(
          Message.of(
              "fit.shape.notJson",
              where == null ? 0 : where.getLineNr(),
              where == null ? 0 : where.getColumnNr()),
          e);
    }
  }

  private ModelShape shape() throws PortException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw notShape();
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = json.currentName();
      var token = json.nextToken();
      switch (name) {
        case "model_info" -> values = object(token);
        case "projector_info" -> projector = object(token);
        case "tensors" -> tensors = tensors(token);
        case "file_size" -> fileBytes = wholeNumber(token);
        case "num_ctx", "num_parallel", "num_batch" -> row.put(name, wholeNumber(token));
        case "kv_cache_type" -> {
          require(token, JsonToken.VALUE_STRING);
          kvType = KvType.parse(json.getString()).orElseThrow(ShapeReader::notShape);
        }
        default -> json.skipChildren();
      }
    }
    var architecture = values.get("general.architecture");
    if (!(architecture instanceof String name)) {
      throw notShape();
    }
    return new ModelShape(name, withProjector(), tensors, fileBytes);
  }

  /// A projector's own values beside the model's: all but what both files say of themselves.
  private Map<String, Object> withProjector() {
    var all = new HashMap<>(values);
    projector.forEach((key, value) -> {
      if (key.startsWith("clip.")) {
        all.put(key, value);
      }
    });
    return all;
  }

  private LoadOptions options(int contextLength) throws PortException {
    return new LoadOptions(
        positive("num_ctx").orElse(contextLength),
        positive("num_parallel").orElse(1),
        kvType,
        positive("num_batch"));
  }

  private Optional<Integer> positive(String name) throws PortException {
    var value = row.get(name);
    if (value != null && (value < 1 || value > Integer.MAX_VALUE)) {
      throw notShape();
    }
    return Optional.ofNullable(value).map(Long::intValue);
  }

  private Map<String, Object> object(JsonToken token) throws PortException {
    require(token, JsonToken.START_OBJECT);
    var found = new HashMap<String, Object>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = json.currentName();
      var value = json.nextToken();
      if (name.startsWith("tokenizer.")) {
        json.skipChildren();
      } else if (value == JsonToken.START_ARRAY) {
        found.put(name, array());
      } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        found.put(name, scalar(value));
      } else {
        json.skipChildren();
      }
    }
    return found;
  }

  private List<Object> array() {
    var items = new ArrayList<Object>();
    for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
      if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
        items.add(scalar(token));
      } else {
        json.skipChildren();
      }
    }
    return List.copyOf(items);
  }

  private Object scalar(JsonToken token) {
    return switch (token) {
      case VALUE_NUMBER_INT -> json.getLongValue();
      case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> json.getString();
    };
  }

  private List<ModelShape.Tensor> tensors(JsonToken token) throws PortException {
    if (token == JsonToken.VALUE_NULL) {
      return List.of();
    }
    require(token, JsonToken.START_ARRAY);
    var found = new ArrayList<ModelShape.Tensor>();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      var tensor = object(JsonToken.START_OBJECT);
      if (tensor.get("name") instanceof String name
          && tensor.get("type") instanceof String type
          && tensor.get("shape") instanceof List<?> shape) {
        found.add(
            new ModelShape.Tensor(name, type, shape.stream().map(ShapeReader::size).toList()));
      } else {
        throw notShape();
      }
    }
    return found;
  }

  private static long size(Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  private long wholeNumber(JsonToken token) throws PortException {
    require(token, JsonToken.VALUE_NUMBER_INT);
    return json.getLongValue();
  }

  private static void require(JsonToken token, JsonToken wanted) throws PortException {
    if (token != wanted) {
      throw notShape();
    }
  }

  private static PortException notShape() {
    return malformed(Message.of("fit.shape.notShape"), null);
  }

  private static PortException malformed(
      Message text, @org.jspecify.annotations.Nullable Throwable cause) {
    return new PortException(PortException.Kind.MALFORMED, text, cause);
  }
}
