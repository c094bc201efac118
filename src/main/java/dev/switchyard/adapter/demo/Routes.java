package dev.switchyard.adapter.demo;

import dev.switchyard.domain.endpoint.Version;
import java.io.IOException;

/// Which part of the simulated server answers which request.
final class Routes {
  private static final String RECOMMENDATIONS = "/api/experimental/model-recommendations";

  private final Version version;
  private final SimulatedMemory memory;
  private final InformationRoutes information;
  private final ModelRoutes models;
  private final PullRoute pull;
  private final CreateRoute create;
  private final GenerateRoutes generate;
  private final MessagesRoute messages;

  Routes(Setup setup) {
    this.version =
        Version.parse(setup.version())
            .orElseThrow(() -> new IllegalArgumentException("no version: " + setup.version()));
    var store = new SimulatedStore(setup.installed());
    this.memory = new SimulatedMemory(setup, version);
    var lookup = new ModelLookup(store, version);
    this.information = new InformationRoutes(version, store, memory);
    this.models = new ModelRoutes(setup.pace(), store, lookup, memory);
    this.pull = new PullRoute(setup, store);
    this.create = new CreateRoute(setup.pace(), store, pull);
    var reading = new PrefixCache();
    this.generate = new GenerateRoutes(setup.pace(), lookup, memory, reading);
    this.messages = new MessagesRoute(setup.pace(), lookup, memory, reading);
  }

  SimulatedMemory memory() {
    return memory;
  }

  void answer(Exchange exchange) throws IOException, Refusal, InterruptedException {
    var path = exchange.path();
    if (path.startsWith("/api/blobs/")) {
      create.blob(exchange, path.substring("/api/blobs/".length()));
      return;
    }
    switch (exchange.method() + " " + path) {
      case "GET /", "HEAD /" ->
          exchange.text(200, "text/plain; charset=utf-8", "Ollama is running");
      case "GET /api/version", "HEAD /api/version" -> information.version(exchange);
      case "GET /api/status" -> since("0.16.2", exchange, information::status);
      case "GET /api/tags", "HEAD /api/tags" -> information.tags(exchange);
      case "GET /api/ps" -> information.loaded(exchange);
      case "GET " + RECOMMENDATIONS -> since("0.22.1", exchange, information::recommendations);
      case "GET /v1/models" -> information.openAiModels(exchange);
      case "POST /api/show" -> models.show(exchange);
      case "POST /api/copy" -> models.copy(exchange);
      case "DELETE /api/delete" -> models.delete(exchange);
      case "POST /api/pull" -> pull.answer(exchange);
      case "POST /api/create" -> create.answer(exchange);
      case "POST /api/generate" -> generate.generate(exchange);
      case "POST /api/chat" -> generate.chat(exchange);
      case "POST /v1/messages" -> since("0.14.0", exchange, messages::answer);
      default -> exchange.text(404, "text/plain", "404 page not found");
    }
  }

  /// One request's answer.
  @FunctionalInterface
  private interface Route {
    void answer(Exchange exchange) throws IOException, Refusal, InterruptedException;
  }

  private void since(String first, Exchange exchange, Route route)
      throws IOException, Refusal, InterruptedException {
    if (Version.parse(first).filter(version::isAtLeast).isPresent()) {
      route.answer(exchange);
    } else {
      exchange.text(404, "text/plain", "404 page not found");
    }
  }
}
