package dev.switchyard.adapter.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads JSON into a tree as databind's mapper does, from the same parser: to put a mapper together
/// takes longer than to read a settings file or a server's answer.
public final class JsonTree {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonTree() {}

  /// @return a missing node where there is nothing but blanks
  /// @throws JacksonException where it is not JSON, or goes on behind its end
  public static JsonNode read(byte[] json) {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      var first = parser.nextToken();
      if (first == null) {
        return NODES.missingNode();
      }
      var tree = node(parser, first);
      if (parser.nextToken() != null) {
        throw new StreamReadException(parser, "There is more behind the end of the value");
      }
      return tree;
    }
  }

  private static JsonNode node(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> NODES.stringNode(parser.getString());
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw new StreamReadException(parser, "Unexpected " + token);
    };
  }

  private static JsonNode integer(JsonParser parser) {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }

  private static ObjectNode object(JsonParser parser) {
    var object = NODES.objectNode();
    for (var name = parser.nextName(); name != null; name = parser.nextName()) {
      object.set(name, node(parser, parser.nextToken()));
    }
    return object;
  }

  private static ArrayNode array(JsonParser parser) {
    var array = NODES.arrayNode();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      array.add(node(parser, token));
    }
    return array;
  }
}
