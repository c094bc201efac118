package dev.switchyard.adapter.listed;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.profile.Access;
import tools.jackson.databind.JsonNode;

/// llama-server, started with one model. Source: what llama-server 0.6.0 answers.
final class LlamaServer extends ListingServer {
  LlamaServer(Access access) {
    super(access);
  }

  @Override
  public Known<String> release() throws PortException {
    var build = questions().get("/props").path("build_info").asString("");
    return build.isBlank() ? Known.unknown(Message.of("endpoint.version.untold")) : Known.of(build);
  }

  @Override
  ListedModel fill(ListedModel model, JsonNode entry) {
    var meta = entry.path("meta");
    return model
        .bytes(meta.path("size"))
        .trained(meta.path("n_ctx_train"))
        .configured(meta.path("n_ctx"))
        .quantization(meta.path("ftype"));
  }
}
