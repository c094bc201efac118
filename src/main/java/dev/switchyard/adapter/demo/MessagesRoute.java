package dev.switchyard.adapter.demo;

import dev.switchyard.domain.model.Capability;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `/v1/messages`, the part of Anthropic's API that Ollama speaks.
final class MessagesRoute {
  /// The runner's own words, which the server hands on as they are (measured on 0.32.15).
  private static final String NO_VISION =
      "{\"error\":{\"code\":400,\"message\":\"Multimodal data provided, but model does not support"
          + " multimodal requests.\",\"type\":\"invalid_request_error\"}}";

  private final ModelLookup lookup;
  private final SimulatedMemory memory;
  private final Pace pace;
  private final PrefixCache cache;
  private final AtomicLong ids = new AtomicLong();

  MessagesRoute(Pace pace, ModelLookup lookup, SimulatedMemory memory, PrefixCache cache) {
    this.pace = pace;
    this.cache = cache;
    this.lookup = lookup;
    this.memory = memory;
  }

  void answer(Exchange exchange) throws IOException, InterruptedException {
    try {
      var body = exchange.body();
      check(body);
      converse(exchange, body);
    } catch (Refusal refusal) {
      refuse(exchange, refusal);
    }
  }

  /// What the Anthropic layer itself refuses, before it looks for the model.
  private static void check(JsonNode body) throws Refusal {
    if (body.path("model").asString("").isEmpty()) {
      throw Refusal.of(400, "model is required");
    }
    if (body.path("max_tokens").asInt(0) <= 0) {
      throw Refusal.of(400, "max_tokens is required and must be positive");
    }
    if (body.path("messages").isEmpty()) {
      throw Refusal.of(400, "messages is required");
    }
    for (var message : body.path("messages")) {
      for (var part : message.path("content")) {
        var source = part.path("source").path("type").asString("base64");
        if (part.path("type").asString("").equals("image") && !source.equals("base64")) {
          throw Refusal.of(
              400, "invalid image source type: " + source + ". Only base64 images are supported.");
        }
      }
    }
  }

  private void converse(Exchange exchange, JsonNode body)
      throws IOException, Refusal, InterruptedException {
    var model = inner(body);
    int context = memory.load(model, Optional.empty());
    var prompt = body.path("system").toString() + body.path("tools") + body.path("messages");
    pace.pause(cache.read(model, prompt));
    var reply = Reply.to(model, body, prompt, ids.get()).within(context);
    var call = ToolCall.wanted(model, body);
    if (body.path("stream").asBoolean(false)) {
      exchange.stream("text/event-stream", lines -> stream(lines, body, reply, call));
      return;
    }
    var message = start(body).put("stop_reason", stopReason(reply, call));
    var content = message.putArray("content");
    if (call.isPresent()) {
      content.add(call.get().block(nextToolUse(), call.get().input()));
    } else {
      content.addObject().put("type", "text").put("text", reply.text());
    }
    message.set("usage", usage(reply, reply.words().size()));
    exchange.json(200, Exchange.JSON, message);
  }

  /// What the server behind the Anthropic layer refuses comes without a charset.
  private SimulatedModel inner(JsonNode body) throws Refusal {
    try {
      var model = lookup.require(body);
      if (!body.path("tools").isEmpty() && !model.capabilities().contains(Capability.TOOLS)) {
        throw Refusal.of(
            400, "registry.ollama.ai/library/" + model.fullName() + " does not support tools");
      }
      if (!model.capabilities().contains(Capability.COMPLETION)) {
        throw Refusal.of(400, "\"" + model.fullName() + "\" does not support chat");
      }
      if (hasImage(body) && !model.capabilities().contains(Capability.VISION)) {
        throw Refusal.of(400, NO_VISION);
      }
      return model;
    } catch (Refusal refusal) {
      throw Refusal.plain(refusal.status(), refusal.text());
    }
  }

  private static boolean hasImage(JsonNode body) {
    return body.path("messages").values().stream()
        .flatMap(message -> message.path("content").values().stream())
        .anyMatch(part -> part.path("type").asString("").equals("image"));
  }

  private void stream(Exchange.Lines lines, JsonNode body, Reply reply, Optional<ToolCall> call)
      throws IOException, Refusal, InterruptedException {
    var events = new MessageEvents(lines, pace);
    var message = start(body);
    message.putArray("content");
    message.set("usage", usage(reply, 0));
    events.begin(message);
    if (call.isPresent()) {
      events.toolUse(nextToolUse(), call.get());
    } else {
      events.text(reply.words());
    }
    events.end(stopReason(reply, call), usage(reply, reply.words().size()));
  }

  private String nextToolUse() {
    return "call_%08x".formatted(ids.incrementAndGet());
  }

  private static ObjectNode usage(Reply reply, int written) {
    return Exchange.node().put("input_tokens", reply.promptTokens()).put("output_tokens", written);
  }

  private ObjectNode start(JsonNode body) {
    return Exchange.node()
        .put("id", "msg_%024x".formatted(ids.incrementAndGet()))
        .put("type", "message")
        .put("role", "assistant")
        .put("model", body.path("model").asString(""));
  }

  private static String stopReason(Reply reply, Optional<ToolCall> call) {
    if (call.isPresent()) {
      return "tool_use";
    }
    return reply.cutOff() ? "max_tokens" : "end_turn";
  }

  private void refuse(Exchange exchange, Refusal refusal) throws IOException {
    var answer = Exchange.node().put("type", "error");
    answer
        .putObject("error")
        .put("type", errorType(refusal.status()))
        .put("message", refusal.text());
    answer.put("request_id", "req_%024x".formatted(ids.incrementAndGet()));
    exchange.json(refusal.status(), refusal.contentType(), answer);
  }

  private static String errorType(int status) {
    return switch (status) {
      case 400 -> "invalid_request_error";
      case 401 -> "authentication_error";
      case 403 -> "permission_error";
      case 404 -> "not_found_error";
      case 429 -> "rate_limit_error";
      case 503, 529 -> "overloaded_error";
      default -> "api_error";
    };
  }
}
