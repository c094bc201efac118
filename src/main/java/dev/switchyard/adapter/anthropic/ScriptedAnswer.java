package dev.switchyard.adapter.anthropic;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the witness answers: one word, or once in a conversation a call of a sub-agent for every
/// tier. Both in the least that Claude Code 2.1.330 takes for an answer.
final class ScriptedAnswer {
  /// How Claude Code has named the tool that starts a sub-agent.
  private static final List<String> AGENT_TOOLS = List.of("Agent", "Task");

  private static final List<String> TIERS = List.of("haiku", "sonnet", "opus", "fable");

  private final ObjectNode message;

  private ScriptedAnswer(ObjectNode message) {
    this.message = message;
  }

  /// @param number of the answer, from 1
  /// @param callAgents whether to call sub-agents, where [#canCallAgents] allows it
  static ScriptedAnswer to(JsonNode request, int number, boolean callAgents) {
    var message =
        object()
            .put("id", "msg_witness_" + number)
            .put("type", "message")
            .put("role", "assistant")
            .put("model", request.path("model").asString(""));
    var content = message.putArray("content");
    var tool = callAgents ? agentTool(request) : Optional.<String>empty();
    tool.ifPresentOrElse(name -> callAgents(content, name, number), () -> say(content));
    message.put("stop_reason", tool.isPresent() ? "tool_use" : "end_turn").putNull("stop_sequence");
    message.putObject("usage").put("input_tokens", 1).put("output_tokens", 1);
    return new ScriptedAnswer(message);
  }

  /// Whether a conversation begins with this request, and has the tool for it.
  static boolean canCallAgents(JsonNode request) {
    return isFirst(request) && agentTool(request).isPresent();
  }

  private static boolean isFirst(JsonNode request) {
    return request.path("messages").values().stream()
        .noneMatch(message -> message.path("role").asString("").equals("assistant"));
  }

  private static Optional<String> agentTool(JsonNode request) {
    return request.path("tools").values().stream()
        .map(tool -> tool.path("name").asString(""))
        .filter(AGENT_TOOLS::contains)
        .findFirst();
  }

  private static void say(ArrayNode content) {
    content.addObject().put("type", "text").put("text", "ok");
  }

  /// The last one names no tier and so inherits the conversation's model.
  private static void callAgents(ArrayNode content, String tool, int number) {
    TIERS.forEach(tier -> callAgent(content, tool, number).put("model", tier));
    callAgent(content, tool, number);
  }

  private static ObjectNode callAgent(ArrayNode content, String tool, int number) {
    var id = "toolu_witness_%d_%d".formatted(number, content.size());
    return content
        .addObject()
        .put("type", "tool_use")
        .put("id", id)
        .put("name", tool)
        .putObject("input")
        .put("description", "Answer ok")
        .put("prompt", "Answer with the one word: ok")
        .put("subagent_type", "general-purpose")
        .put("run_in_background", false);
  }

  byte[] json() {
    return message.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// The same as server-sent events.
  byte[] events() {
    var events = new StringBuilder();
    var start = message.deepCopy().putNull("stop_reason");
    start.putArray("content");
    event(events, object().put("type", "message_start").set("message", start));
    int index = 0;
    for (var block : message.path("content")) {
      block(events, (ObjectNode) block, index++);
    }
    var end = object().put("type", "message_delta");
    end.putObject("delta")
        .put("stop_reason", message.path("stop_reason").asString(""))
        .putNull("stop_sequence");
    end.putObject("usage").put("output_tokens", 1);
    event(events, end);
    event(events, object().put("type", "message_stop"));
    return events.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void block(StringBuilder events, ObjectNode block, int index) {
    var start = block.deepCopy();
    var delta = object();
    if (block.has("text")) {
      delta.put("type", "text_delta").put("text", block.path("text").asString(""));
      start.put("text", "");
    } else {
      delta.put("type", "input_json_delta").put("partial_json", block.path("input").toString());
      start.putObject("input");
    }
    event(events, indexed("content_block_start", index).set("content_block", start));
    event(events, indexed("content_block_delta", index).set("delta", delta));
    event(events, indexed("content_block_stop", index));
  }

  private static ObjectNode indexed(String type, int index) {
    return object().put("type", type).put("index", index);
  }

  private static void event(StringBuilder events, ObjectNode event) {
    events
        .append("event: ")
        .append(event.path("type").asString(""))
        .append("\ndata: ")
        .append(event)
        .append("\n\n");
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
