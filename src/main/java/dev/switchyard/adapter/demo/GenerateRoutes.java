package dev.switchyard.adapter.demo;

import dev.switchyard.domain.model.Capability;
import java.io.IOException;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `/api/generate` and `/api/chat`: loading, unloading and answering.
final class GenerateRoutes {
  private final Pace pace;
  private final ModelLookup lookup;
  private final SimulatedMemory memory;
  private final PrefixCache reading;

  GenerateRoutes(Pace pace, ModelLookup lookup, SimulatedMemory memory, PrefixCache reading) {
    this.pace = pace;
    this.lookup = lookup;
    this.memory = memory;
    this.reading = reading;
  }

  void generate(Exchange exchange) throws IOException, Refusal, InterruptedException {
    var body = exchange.body();
    var model = lookup.require(body);
    var prompt = body.path("prompt").asString("");
    if (prompt.isEmpty()) {
      loadOrUnload(exchange, body, model, answer(model).put("response", ""));
      return;
    }
    requireCompletion(model, "generate");
    memory.load(model, KeepAlive.in(body));
    var read = read(model, prompt);
    var reply = Reply.to(model, prompt, limit(body));
    if (!body.path("stream").asBoolean(true)) {
      var answer = answer(model).put("response", reply.text()).put("done", true);
      answer.put("done_reason", reply.cutOff() ? "length" : "stop");
      answer.putArray("context").add(1).add(2);
      exchange.json(timed(answer, reply, read));
      return;
    }
    exchange.stream(
        "application/x-ndjson",
        lines -> {
          for (var word : reply.words()) {
            pace.pause(Reply.WORD);
            lines.line(answer(model).put("response", word).put("done", false));
          }
          lines.line(timed(ended(answer(model).put("response", ""), reply), reply, read));
        });
  }

  void chat(Exchange exchange) throws IOException, Refusal, InterruptedException {
    var body = exchange.body();
    var model = lookup.require(body);
    var messages = body.path("messages");
    if (messages.isEmpty()) {
      var answer = answer(model);
      answer.set("message", message(""));
      loadOrUnload(exchange, body, model, answer);
      return;
    }
    requireCompletion(model, "chat");
    memory.load(model, KeepAlive.in(body));
    var read = read(model, messages.toString());
    var reply = Reply.to(model, messages.toString(), limit(body));
    if (!body.path("stream").asBoolean(true)) {
      var answer = answer(model);
      answer.set("message", message(reply.text()));
      exchange.json(timed(ended(answer, reply), reply, read));
      return;
    }
    exchange.stream(
        "application/x-ndjson",
        lines -> {
          for (var word : reply.words()) {
            pace.pause(Reply.WORD);
            var line = answer(model);
            line.set("message", message(word));
            lines.line(line.put("done", false));
          }
          var last = answer(model);
          last.set("message", message(""));
          lines.line(timed(ended(last, reply), reply, read));
        });
  }

  private void loadOrUnload(
      Exchange exchange, JsonNode body, SimulatedModel model, ObjectNode answer)
      throws IOException, Refusal, InterruptedException {
    var keepAlive = KeepAlive.in(body);
    boolean unload = keepAlive.filter(Duration::isZero).isPresent();
    if (unload) {
      memory.unload(model);
    } else {
      requireCompletion(model, "generate");
      memory.load(model, keepAlive);
    }
    exchange.json(answer.put("done", true).put("done_reason", unload ? "unload" : "load"));
  }

  private static void requireCompletion(SimulatedModel model, String what) throws Refusal {
    if (!model.capabilities().contains(Capability.COMPLETION)) {
      throw Refusal.of(400, "\"" + model.fullName() + "\" does not support " + what);
    }
  }

  private static int limit(JsonNode body) {
    return body.path("options").path("num_predict").asInt(Integer.MAX_VALUE);
  }

  private ObjectNode answer(SimulatedModel model) {
    return Exchange.node()
        .put("model", model.name().toString())
        .put("created_at", pace.now().toString());
  }

  private static ObjectNode message(String content) {
    return Exchange.node().put("role", "assistant").put("content", content);
  }

  private static ObjectNode ended(ObjectNode answer, Reply reply) {
    return answer.put("done", true).put("done_reason", reply.cutOff() ? "length" : "stop");
  }

  /// Reads a prompt, but for what it has just read.
  private Duration read(SimulatedModel model, String prompt) throws InterruptedException {
    var took = reading.read(model, prompt);
    pace.pause(took);
    return took;
  }

  /// Nanoseconds.
  private static ObjectNode timed(ObjectNode answer, Reply reply, Duration read) {
    long promptNanos = read.toNanos();
    long replyNanos = Reply.WORD.multipliedBy(reply.words().size()).toNanos();
    return answer
        .put("total_duration", promptNanos + replyNanos + 1_000_000)
        .put("load_duration", 1_000_000)
        .put("prompt_eval_count", reply.promptTokens())
        .put("prompt_eval_duration", promptNanos)
        .put("eval_count", reply.words().size())
        .put("eval_duration", replyNanos);
  }
}
