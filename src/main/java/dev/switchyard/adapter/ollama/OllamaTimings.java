package dev.switchyard.adapter.ollama;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.benchmark.ServerTimings;
import dev.switchyard.domain.endpoint.profile.Accesses;
import dev.switchyard.domain.model.ModelServer.KeepAlive;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What an Ollama server says of its own durations, which its Messages API does not tell.
///
/// `prompt_eval_count` counts the whole prompt, `prompt_eval_duration` only what was not in the
/// cache. Of the options only the length of the answer is named: like `max_tokens` of a message it
/// belongs to the request. One of those that belong to the runner, such as `num_ctx`, would have
/// the model loaded anew (`server/sched.go`, `needsReload`).
public final class OllamaTimings implements ServerTimings {
  private final Accesses accesses;

  /// @param accesses what each server needs
  public OllamaTimings(Accesses accesses) {
    this.accesses = accesses;
  }

  @Override
  public Duration load(Target target, KeepAlive keepAlive, Cancellation cancellation)
      throws PortException {
    var body = naming(target);
    if (keepAlive == KeepAlive.FOREVER) {
      body.put("keep_alive", -1);
    }
    long start = System.nanoTime();
    var _ = ask(target, "/api/generate", body, cancellation);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Override
  public Prompt prompt(Target target, String prompt, Cancellation cancellation)
      throws PortException {
    var body = naming(target);
    body.putArray("messages").addObject().put("role", "user").put("content", prompt);
    body.putObject("options").put("num_predict", 1);
    var answer = ask(target, "/api/chat", body, cancellation);
    return new Prompt(
        answer.path("prompt_eval_count").asLong(0),
        Duration.ofNanos(answer.path("prompt_eval_duration").asLong(0)));
  }

  private JsonNode ask(Target target, String path, ObjectNode body, Cancellation cancellation)
      throws PortException {
    try (var http = new OllamaHttp(accesses.to(target.url()))) {
      return http.post(path, body, target.limit(), cancellation);
    }
  }

  private static ObjectNode naming(Target target) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("model", target.model().toString())
        .put("stream", false);
  }
}
