package dev.switchyard.adapter.ollama;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.endpoint.profile.Access;
import dev.switchyard.domain.fit.ShapeStore;
import dev.switchyard.domain.model.BuildRequest;
import dev.switchyard.domain.model.BuildSource;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelDescription;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.model.Recommendation;
import dev.switchyard.domain.model.TransferProgress;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An Ollama server, spoken to over its HTTP API. Safe for use by several threads.
public final class OllamaServer implements ModelServer, AutoCloseable {
  private final OllamaHttp http;
  private final ModelList models;

  /// One that asks for no token, and is asked for each model's shape anew.
  public OllamaServer(EndpointUrl url) {
    this(Access.open(url), ShapeStore.NONE);
  }

  /// @param shapes where models' shapes are remembered
  public OllamaServer(Access access, ShapeStore shapes) {
    this.http = new OllamaHttp(access);
    this.models = new ModelList(http, shapes);
  }

  @Override
  public EndpointUrl url() {
    return http.url();
  }

  @Override
  public Version version() throws PortException {
    var text = http.get("/api/version").path("version").asString("");
    return Version.parse(text)
        .orElseThrow(() ->
            new PortException(
                Kind.MALFORMED, Message.of("server.error.not-ollama", url().toString())));
  }

  @Override
  public List<InstalledModel> installed() throws PortException {
    return models.installed();
  }

  @Override
  public List<LoadedModel> loaded() throws PortException {
    return Answers.loaded(http.get("/api/ps"));
  }

  @Override
  public ModelDescription describe(ModelName name) throws PortException {
    return models.describe(name);
  }

  @Override
  public void pull(ModelName name, Consumer<TransferProgress> progress, Cancellation cancellation)
      throws PortException {
    stream("/api/pull", naming(name), progress, cancellation);
  }

  @Override
  public void build(
      BuildRequest request, Consumer<TransferProgress> progress, Cancellation cancellation)
      throws PortException {
    var body = BuildBody.of(request);
    switch (request.from()) {
      case BuildSource.Installed(var base) -> {
        models.require(base);
        body.put("from", base.toString());
      }
      case BuildSource.Files(var paths) -> {
        var files = body.putObject("files");
        for (var path : paths) {
          var blob = Blob.of(path);
          blob.upload(http, progress, cancellation);
          files.put(blob.fileName(), blob.digest());
        }
      }
    }
    stream("/api/create", body, progress, cancellation);
  }

  @Override
  public void copy(ModelName source, ModelName destination) throws PortException {
    if (models.find(destination).isPresent()) {
      throw new PortException(
          Kind.CONFLICT, Message.of("server.error.name-taken", destination.shortText()));
    }
    var body = JsonNodeFactory.instance.objectNode();
    body.put("source", source.toString()).put("destination", destination.toString());
    http.send("POST", "/api/copy", body);
  }

  @Override
  public void delete(ModelName name) throws PortException {
    models.require(name);
    try {
      unload(name);
    } catch (PortException e) {
      // A model that cannot be loaded (an embedding model, a broken variant) can still be deleted.
      if (e.kind() == Kind.UNREACHABLE || e.kind() == Kind.TIMEOUT) {
        throw e;
      }
    }
    http.send("DELETE", "/api/delete", naming(name));
  }

  @Override
  public void load(ModelName name, KeepAlive keepAlive, Cancellation cancellation)
      throws PortException {
    var body = naming(name).put("stream", false);
    if (keepAlive == KeepAlive.FOREVER) {
      body.put("keep_alive", -1);
    }
    // Without options: any that differ from those of Claude Code's requests would make the server
    // load it once more.
    http.post("/api/generate", body, OllamaHttp.Patience.WITHOUT_LIMIT, cancellation);
  }

  @Override
  public void unload(ModelName name) throws PortException {
    var body = naming(name).put("keep_alive", 0).put("stream", false);
    http.post("/api/generate", body, OllamaHttp.Patience.ANSWER, Cancellation.NEVER);
  }

  @Override
  public List<Recommendation> recommendations() throws PortException {
    var path = "/api/experimental/model-recommendations";
    return http.exists(http.request(path).get().build())
        ? Answers.recommendations(http.get(path))
        : List.of();
  }

  private void stream(
      String path, ObjectNode body, Consumer<TransferProgress> progress, Cancellation cancellation)
      throws PortException {
    var request = http.request(path).post(OllamaHttp.json(body.put("stream", true))).build();
    var lines = new ProgressStream(progress, cancellation);
    var _ = http.call(request, OllamaHttp.Patience.WORK, cancellation, lines::readToSuccess);
  }

  private static ObjectNode naming(ModelName name) {
    return JsonNodeFactory.instance.objectNode().put("model", name.toString());
  }

  @Override
  public void close() {
    http.close();
  }
}
