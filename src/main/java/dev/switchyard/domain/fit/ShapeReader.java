package dev.switchyard.domain.fit;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private List<ModelShape.Tensor> tensors = List.of();
  private long fileBytes;

  private ShapeReader(JsonParser json) {
    this.json = json;
  }

  /// @throws PortException MALFORMED where it is no such JSON, with line and column
  public static ModelShape read(InputStream input) throws PortException {
    try (var json = JSON.createParser(ObjectReadContext.empty(), input)) {
      return new ShapeReader(json).shape();
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
      throw malformed(Message.of("fit.shape.notShape"), null);
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = json.currentName();
      var token = json.nextToken();
      switch (name) {
        case "model_info" -> values = object(token);
        case "tensors" -> tensors = tensors(token);
        case "file_size" -> fileBytes = wholeNumber(token);
        default -> json.skipChildren();
      }
    }
    var architecture = values.get("general.architecture");
    if (!(architecture instanceof String name)) {
      throw malformed(Message.of("fit.shape.notShape"), null);
    }
    return new ModelShape(name, values, tensors, fileBytes);
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
        throw malformed(Message.of("fit.shape.notShape"), null);
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
      throw malformed(Message.of("fit.shape.notShape"), null);
    }
  }

  private static PortException malformed(
      Message text, @org.jspecify.annotations.Nullable Throwable cause) {
    return new PortException(PortException.Kind.MALFORMED, text, cause);
  }
}
