package dev.switchyard.adapter.listed;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelName;
import java.time.Instant;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Builds one model of a list; what the list does not tell stays unknown.
final class ListedModel {
  private static final Message UNTOLD = Message.of("server.unknown.untold");

  private final ModelName name;
  private Known<Long> bytes = Known.unknown(UNTOLD);
  private Known<Integer> trained = Known.unknown(UNTOLD);
  private Known<Integer> configured = Known.unknown(UNTOLD);
  private Known<Set<Capability>> capabilities = Known.unknown(UNTOLD);
  private String family = "";
  private String parameters = "";
  private String quantization = "";

  ListedModel(ModelName name) {
    this.name = name;
  }

  ListedModel bytes(JsonNode value) {
    bytes = value.isIntegralNumber() && value.longValue() > 0 ? Known.of(value.longValue()) : bytes;
    return this;
  }

  ListedModel trained(JsonNode value) {
    trained = tokens(value, trained);
    return this;
  }

  ListedModel configured(JsonNode value) {
    configured = tokens(value, configured);
    return this;
  }

  private static Known<Integer> tokens(JsonNode value, Known<Integer> otherwise) {
    return value.isInt() && value.intValue() > 0 ? Known.of(value.intValue()) : otherwise;
  }

  ListedModel capabilities(Known<Set<Capability>> told) {
    capabilities = told;
    return this;
  }

  ListedModel family(JsonNode value) {
    family = value.asString("");
    return this;
  }

  ListedModel parameters(JsonNode value) {
    parameters = value.asString("");
    return this;
  }

  ListedModel quantization(JsonNode value) {
    quantization = value.asString("");
    return this;
  }

  InstalledModel model() {
    return new InstalledModel(
        name,
        bytes,
        "",
        Known.<Instant>unknown(UNTOLD),
        family,
        parameters,
        quantization,
        trained,
        configured,
        capabilities,
        "",
        "");
  }
}
