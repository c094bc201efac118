package dev.switchyard.adapter.listed;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.profile.Access;
import tools.jackson.databind.JsonNode;

/// vLLM. Source: its `entrypoints/openai`; `max_model_len` is the context that it serves with.
final class Vllm extends ListingServer {
  Vllm(Access access) {
    super(access);
  }

  @Override
  public Known<String> release() throws PortException {
    var version = questions().get("/version").path("version").asString("");
    return version.isBlank()
        ? Known.unknown(Message.of("endpoint.version.untold"))
        : Known.of(version);
  }

  @Override
  ListedModel fill(ListedModel model, JsonNode entry) {
    return model.configured(entry.path("max_model_len"));
  }
}
