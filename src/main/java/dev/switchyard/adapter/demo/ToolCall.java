package dev.switchyard.adapter.demo;

import dev.switchyard.domain.model.Capability;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a simulated model does when it is asked for a tool by name, such as "Use the Bash tool to
/// run `ls`": it calls the tool with the words in backquotes for each thing that the tool requires.
///
/// @param name the tool's
/// @param input its arguments
record ToolCall(String name, ObjectNode input) {
  private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");

  static Optional<ToolCall> wanted(SimulatedModel model, JsonNode body) {
    if (!model.capabilities().contains(Capability.TOOLS)) {
      return Optional.empty();
    }
    var asked = lastWords(body);
    var lowerCased = asked.toLowerCase(Locale.ROOT);
    for (var tool : body.path("tools")) {
      var name = tool.path("name").asString("");
      if (lowerCased.contains("use the " + name.toLowerCase(Locale.ROOT) + " tool")) {
        return Optional.of(new ToolCall(name, input(tool.path("input_schema"), asked)));
      }
    }
    return Optional.empty();
  }

  /// The call as a part of a message.
  ///
  /// @param shown the arguments, which a stream leaves out here
  ObjectNode block(String id, ObjectNode shown) {
    var block = Exchange.node().put("type", "tool_use").put("id", id).put("name", name);
    block.set("input", shown);
    return block;
  }

  /// The text of the last message; a tool's result is none.
  private static String lastWords(JsonNode body) {
    var messages = body.path("messages");
    var content = messages.path(messages.size() - 1).path("content");
    if (content.isString()) {
      return content.asString();
    }
    return content.path(content.size() - 1).path("text").asString("");
  }

  private static ObjectNode input(JsonNode schema, String asked) {
    var quoted = QUOTED.matcher(asked);
    var words = quoted.find() ? quoted.group(1) : "";
    var input = Exchange.node();
    schema.path("required").forEach(name -> input.put(name.asString(""), words));
    return input;
  }
}
