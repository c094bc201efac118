package dev.switchyard.domain.endpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a server of models is, as far as it makes a difference: one row each.
public enum EndpointKind {
  OLLAMA("ollama", "Ollama", 11_434, Management.EVERYTHING),
  LM_STUDIO("lm-studio", "LM Studio", 1_234, Management.LOADING),
  /// One server for each model, unless it is started as a router.
  LLAMA_SERVER("llama-server", "llama-server", 8_080, Management.NOTHING),
  VLLM("vllm", "vLLM", 8_000, Management.NOTHING),
  /// LiteLLM, and whatever else speaks Anthropic's Messages API and passes requests on.
  GATEWAY("gateway", "Anthropic-compatible gateway", 4_000, Management.NOTHING);

  /// What can be done there from outside, besides listing models and routing to them.
  public enum Management {
    /// Models come, go and change there.
    EVERYTHING("everything"),
    /// Models that are there are loaded and unloaded.
    LOADING("loading"),
    NOTHING("nothing");

    private final String id;

    Management(String id) {
      this.id = id;
    }

    /// As files and scripts name it.
    public String id() {
      return id;
    }
  }

  private final String id;
  private final String product;
  private final int port;
  private final Management management;

  EndpointKind(String id, String product, int port, Management management) {
    this.id = id;
    this.product = product;
    this.port = port;
    this.management = management;
  }

  /// As files and scripts name it.
  public String id() {
    return id;
  }

  /// As people name it, in every language.
  public String product() {
    return product;
  }

  /// Where it listens unless it is told otherwise. Source: each one's documentation; for a gateway
  /// LiteLLM's.
  public int port() {
    return port;
  }

  public Management management() {
    return management;
  }

  public static Optional<EndpointKind> of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }

  public static List<String> ids() {
    return Arrays.stream(values()).map(EndpointKind::id).toList();
  }
}
