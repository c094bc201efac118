package dev.switchyard.adapter.demo;

import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.model.Capability;
import java.io.IOException;
import tools.jackson.databind.node.ObjectNode;

/// What the server says about itself and lists.
final class InformationRoutes {
  private static final Version WITH_CAPABILITIES = Version.of(0, 25, 0);

  private final Version version;
  private final SimulatedStore store;
  private final SimulatedMemory memory;

  InformationRoutes(Version version, SimulatedStore store, SimulatedMemory memory) {
    this.version = version;
    this.store = store;
    this.memory = memory;
  }

  void version(Exchange exchange) throws IOException {
    exchange.json(Exchange.node().put("version", version.toString()));
  }

  void status(Exchange exchange) throws IOException {
    var answer = Exchange.node();
    answer.putObject("cloud").put("disabled", true).put("source", "env");
    exchange.json(answer);
  }

  void tags(Exchange exchange) throws IOException {
    var answer = Exchange.node();
    var list = answer.putArray("models");
    for (var model : store.models()) {
      var entry = list.addObject();
      entry.put("name", model.fullName()).put("model", model.fullName());
      if (model.isCloud()) {
        entry.put("remote_model", model.name().withoutTag()).put("remote_host", model.remoteHost());
      }
      entry.put("modified_at", model.modifiedAt().toString());
      entry.put("size", model.bytes()).put("digest", model.digest());
      var details = details(entry, model, model.parent());
      if (version.isAtLeast(WITH_CAPABILITIES)) {
        details
            .put("context_length", model.trainedContext())
            .put("embedding_length", model.embeddingLength());
        var capabilities = entry.putArray("capabilities");
        model.capabilities().stream().sorted().map(Capability::wireName).forEach(capabilities::add);
      }
    }
    exchange.json(answer);
  }

  void loaded(Exchange exchange) throws IOException {
    var answer = Exchange.node();
    var list = answer.putArray("models");
    for (var loaded : memory.loaded()) {
      var model = loaded.model();
      var entry = list.addObject();
      entry.put("name", model.fullName()).put("model", model.fullName());
      entry.put("size", loaded.bytes()).put("digest", model.digest());
      details(entry, model, "");
      entry.put("expires_at", loaded.expiresAt().toString());
      entry.put("size_vram", loaded.vramBytes()).put("context_length", loaded.contextLength());
    }
    exchange.json(answer);
  }

  void openAiModels(Exchange exchange) throws IOException {
    var answer = Exchange.node().put("object", "list");
    var list = answer.putArray("data");
    for (var model : store.models()) {
      list.addObject()
          .put("id", model.fullName())
          .put("object", "model")
          .put("created", model.modifiedAt().getEpochSecond())
          .put("owned_by", "library");
    }
    exchange.json(200, Exchange.JSON, answer);
  }

  void recommendations(Exchange exchange) throws IOException {
    var answer = Exchange.node();
    var list = answer.putArray("recommendations");
    for (var recommendation : DemoModels.RECOMMENDATIONS) {
      var entry =
          list.addObject()
              .put("model", recommendation.name().toString())
              .put("description", recommendation.description());
      if (recommendation.contextLength() > 0) {
        entry.put("context_length", recommendation.contextLength());
        entry.put("max_output_tokens", recommendation.contextLength());
      }
      if (recommendation.vramBytes() > 0) {
        entry.put("vram_bytes", recommendation.vramBytes());
      }
    }
    exchange.json(answer);
  }

  static ObjectNode details(ObjectNode entry, SimulatedModel model, String parent) {
    var details = entry.putObject("details").put("parent_model", parent).put("format", "gguf");
    details.put("family", model.shape().architecture());
    details.putArray("families").add(model.shape().architecture());
    return details
        .put("parameter_size", model.parameterSize())
        .put("quantization_level", model.quantization());
  }
}
