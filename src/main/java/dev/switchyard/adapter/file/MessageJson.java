package dev.switchyard.adapter.file;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A text for a person as JSON: its key and arguments, so that it is read in whatever language is
/// chosen then.
final class MessageJson {
  private MessageJson() {}

  static void write(ObjectNode node, Message text) {
    node.put("key", text.key());
    var arguments = node.putArray("arguments");
    text.arguments().forEach(argument -> write(arguments.addObject(), argument));
  }

  /// One argument of a text.
  static void write(ObjectNode node, Object argument) {
    switch (argument) {
      case Message nested -> write(node, nested);
      case Tokens(long count) -> node.put("tokens", count);
      case Integer number -> node.put("number", number);
      case Long number -> node.put("number", number);
      default -> node.put("text", argument.toString());
    }
  }

  static Message read(JsonNode node) {
    return Message.of(node.path("key").asString(), arguments(node.path("arguments")));
  }

  static Object[] arguments(JsonNode nodes) {
    return nodes.values().stream().map(MessageJson::argument).toArray();
  }

  private static Object argument(JsonNode node) {
    if (node.has("key")) {
      return read(node);
    }
    if (node.has("tokens")) {
      return new Tokens(node.path("tokens").asLong());
    }
    return node.has("number") ? node.path("number").asLong() : node.path("text").asString();
  }
}
