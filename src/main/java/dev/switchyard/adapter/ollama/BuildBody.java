package dev.switchyard.adapter.ollama;

import dev.switchyard.domain.model.BuildRequest;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes the body of `/api/create`. Empty texts are left out: sent, they would not clear what is
/// inherited anyway.
final class BuildBody {
  private BuildBody() {}

  static ObjectNode of(BuildRequest request) {
    var body = JsonNodeFactory.instance.objectNode().put("model", request.name().toString());
    putText(body, "template", request.template());
    putText(body, "system", request.system());
    putText(body, "renderer", request.renderer());
    putText(body, "parser", request.parser());
    putText(body, "requires", request.requires());
    putParameters(body, request.parameters());
    if (!request.licenses().isEmpty()) {
      var licenses = body.putArray("license");
      request.licenses().forEach(licenses::add);
    }
    if (!request.messages().isEmpty()) {
      var messages = body.putArray("messages");
      request
          .messages()
          .forEach(message ->
              messages.addObject().put("role", message.role()).put("content", message.content()));
    }
    return body;
  }

  private static void putText(ObjectNode body, String name, String text) {
    if (!text.isEmpty()) {
      body.put(name, text);
    }
  }

  /// The server stores any type and fails at load: a kind of value that it cannot use is a bug of
  /// ours.
  private static void putParameters(ObjectNode body, Map<String, Object> parameters) {
    if (parameters.isEmpty()) {
      return;
    }
    var node = body.putObject("parameters");
    parameters.forEach((name, value) -> {
      switch (value) {
        case Integer number -> node.put(name, number);
        case Long number -> node.put(name, number);
        case Double number -> node.put(name, number);
        case Float number -> node.put(name, number);
        case Boolean flag -> node.put(name, flag);
        case String text -> node.put(name, text);
        case List<?> texts -> {
          var array = node.putArray(name);
          texts.forEach(text -> array.add(text.toString()));
        }
        default ->
            throw new IllegalArgumentException(
                "parameter " + name + " has type " + value.getClass());
      }
    });
  }
}
