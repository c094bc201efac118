package dev.switchyard.domain.endpoint.detect;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.EndpointKind;
import java.util.List;
import java.util.function.Predicate;

/// By what each kind of server is told, one row each.
///
/// Sources: Ollama 0.32.15, llama-server 0.6.0 and LiteLLM 1.106.2 as recorded; vLLM's
/// `entrypoints/openai` and `entrypoints/anthropic`; LM Studio's documentation of its REST API.
final class Signs {
  /// What is asked, all of it without a model being loaded for it.
  static final List<Inquiry.Question> QUESTIONS =
      List.of(
          get("/"),
          get("/api/version"),
          get("/v1/models"),
          get("/props"),
          get("/version"),
          get("/health/liveliness"),
          get("/api/v1/models"),
          get("/api/v0/models"),
          new Inquiry.Question("POST", Messages.PATH));

  private Signs() {}

  /// @param alone whether nothing else is known to answer so
  /// @param seen whether the answers show it
  record Sign(EndpointKind kind, boolean alone, Message text, Predicate<Responses> seen) {}

  static final List<Sign> ALL =
      List.of(
          new Sign(
              EndpointKind.OLLAMA,
              true,
              Message.of("endpoint.sign.ollama-root"),
              all -> all.body("/").strip().equals("Ollama is running")),
          // Others answer this for clients of Ollama's.
          new Sign(
              EndpointKind.OLLAMA,
              false,
              Message.of("endpoint.sign.ollama-version"),
              all -> all.has("/api/version", "version")),
          new Sign(
              EndpointKind.OLLAMA,
              false,
              Message.of("endpoint.sign.ollama-owner"),
              all -> all.is("/v1/models", "data[0].owned_by", "library")),
          new Sign(
              EndpointKind.LLAMA_SERVER,
              true,
              Message.of("endpoint.sign.llama-props"),
              all ->
                  all.has("/props", "default_generation_settings")
                      && all.has("/props", "total_slots")),
          new Sign(
              EndpointKind.LLAMA_SERVER,
              true,
              Message.of("endpoint.sign.llama-header"),
              all -> all.servers().contains("llama.cpp")),
          new Sign(
              EndpointKind.LLAMA_SERVER,
              false,
              Message.of("endpoint.sign.llama-owner"),
              all -> all.is("/v1/models", "data[0].owned_by", "llamacpp")),
          new Sign(
              EndpointKind.LM_STUDIO,
              true,
              Message.of("endpoint.sign.lm-studio-list"),
              all -> all.has("/api/v1/models", "models[0].loaded_instances")),
          new Sign(
              EndpointKind.LM_STUDIO,
              true,
              Message.of("endpoint.sign.lm-studio-old-list"),
              all -> all.has("/api/v0/models", "data[0].compatibility_type")),
          new Sign(
              EndpointKind.LM_STUDIO,
              false,
              Message.of("endpoint.sign.lm-studio-no-models"),
              all ->
                  all.has("/api/v1/models", "models") && !all.has("/api/v1/models", "models[0]")),
          new Sign(
              EndpointKind.LM_STUDIO,
              false,
              Message.of("endpoint.sign.lm-studio-words"),
              all -> all.anyBody("Unexpected endpoint or method")),
          new Sign(
              EndpointKind.VLLM,
              true,
              Message.of("endpoint.sign.vllm-owner"),
              all -> all.is("/v1/models", "data[0].owned_by", "vllm")),
          new Sign(
              EndpointKind.VLLM,
              false,
              Message.of("endpoint.sign.vllm-version"),
              all -> all.has("/version", "version")),
          new Sign(
              EndpointKind.GATEWAY,
              true,
              Message.of("endpoint.sign.litellm-alive"),
              all -> all.body("/health/liveliness").strip().equals("\"I'm alive!\"")),
          new Sign(
              EndpointKind.GATEWAY,
              false,
              Message.of("endpoint.sign.messages"),
              all -> Messages.areSpoken(all).equals(Known.of(true))));

  private static Inquiry.Question get(String path) {
    return new Inquiry.Question("GET", path);
  }
}
