package dev.switchyard.adapter.listed;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.endpoint.profile.Access;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelName;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// LM Studio. Source: the documentation of its REST API, v1 with loading and unloading, and the
/// older v0 without. It refuses unknown paths with status 200.
final class LmStudio extends ListingServer {
  private static final String MODELS_V1 = "/api/v1/models";

  LmStudio(Access access) {
    super(access);
  }

  @Override
  public List<InstalledModel> installed() throws PortException {
    var answer = questions().get(MODELS_V1);
    return answer.has("error")
        ? models(questions().get("/api/v0/models"), "data", "id")
        : models(answer, "models", "key");
  }

  @Override
  ListedModel fill(ListedModel model, JsonNode entry) {
    var quantization = entry.path("quantization");
    return model
        .bytes(entry.path("size_bytes"))
        .trained(entry.path("max_context_length"))
        .configured(entry.path("loaded_instances").path(0).path("config").path("context_length"))
        .family(entry.has("architecture") ? entry.path("architecture") : entry.path("arch"))
        .parameters(entry.path("params_string"))
        .quantization(quantization.isObject() ? quantization.path("name") : quantization)
        .capabilities(capabilities(entry));
  }

  private static Known<Set<Capability>> capabilities(JsonNode entry) {
    return switch (entry.path("type").asString("")) {
      case "embedding", "embeddings" -> Known.of(Set.of(Capability.EMBEDDING));
      default -> told(entry.path("capabilities"));
    };
  }

  /// Only v1 names them, and only some releases of it.
  private static Known<Set<Capability>> told(JsonNode capabilities) {
    if (!capabilities.has("trained_for_tool_use")) {
      return Known.unknown(Message.of("server.unknown.untold"));
    }
    var told = EnumSet.of(Capability.COMPLETION);
    if (capabilities.path("trained_for_tool_use").asBoolean(false)) {
      told.add(Capability.TOOLS);
    }
    if (capabilities.path("vision").asBoolean(false)) {
      told.add(Capability.VISION);
    }
    return Known.of(told);
  }

  /// Without a limit: a slow disk has its own pace. Cancelling ends the waiting.
  @Override
  public void load(ModelName name, KeepAlive keepAlive, Cancellation cancellation)
      throws PortException {
    var body = JsonNodeFactory.instance.objectNode().put("model", name.toString());
    check(questions().post(MODELS_V1 + "/load", body, Duration.ZERO, cancellation));
  }

  @Override
  public void unload(ModelName name) throws PortException {
    for (var instance : instances(name)) {
      var body = JsonNodeFactory.instance.objectNode().put("instance_id", instance);
      check(questions().post(MODELS_V1 + "/unload", body, questions().limit(), Cancellation.NEVER));
    }
  }

  private List<String> instances(ModelName name) throws PortException {
    return questions()
        .get(MODELS_V1)
        .path("models")
        .valueStream()
        .filter(model -> model.path("key").asString("").equals(name.toString()))
        .flatMap(model -> model.path("loaded_instances").valueStream())
        .map(instance -> instance.path("id").asString(""))
        .filter(id -> !id.isEmpty())
        .toList();
  }

  private void check(JsonNode answer) throws PortException {
    if (answer.has("error")) {
      throw new PortException(
          Kind.REFUSED, Message.of("server.error.lm-studio-old", url().toString()));
    }
  }
}
