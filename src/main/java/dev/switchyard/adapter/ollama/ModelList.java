package dev.switchyard.adapter.ollama;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.fit.ShapeStore;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelDescription;
import dev.switchyard.domain.model.ModelName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What the server has, out of `/api/tags` and `/api/show`.
///
/// A digest names one manifest for ever, so what `/api/show` said about it is asked for once and
/// kept.
final class ModelList {
  private final OllamaHttp http;
  private final ShapeStore shapes;
  private final Map<String, Shown> shownByDigest = new ConcurrentHashMap<>();
  private final Map<String, ModelDescription> describedByDigest = new ConcurrentHashMap<>();

  ModelList(OllamaHttp http, ShapeStore shapes) {
    this.http = http;
    this.shapes = shapes;
  }

  List<InstalledModel> installed() throws PortException {
    var models = new ArrayList<InstalledModel>();
    for (var entry : tags()) {
      var name = ModelName.parse(entry.path("name").asString(""));
      if (name.isPresent()) {
        models.add(model(name.get(), entry));
      }
    }
    return models;
  }

  /// The model's entry in `/api/tags`.
  Optional<JsonNode> find(ModelName name) throws PortException {
    for (var entry : tags()) {
      if (ModelName.parse(entry.path("name").asString("")).filter(name::equals).isPresent()) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  JsonNode require(ModelName name) throws PortException {
    return find(name)
        .orElseThrow(() ->
            new PortException(
                Kind.MISSING, Message.of("server.error.not-installed", name.shortText())));
  }

  ModelDescription describe(ModelName name) throws PortException {
    var entry = require(name);
    // The text of the Modelfile names the model: aliases of one digest differ in it.
    var key = digest(entry) + " " + name.shortText();
    var known = describedByDigest.get(key);
    if (known != null) {
      return known;
    }
    var remembered = shapes.find(digest(entry));
    var shown = show(name, remembered.isEmpty());
    var shape = remembered.orElseGet(() -> shape(shown, entry));
    if (remembered.isEmpty()) {
      shapes.keep(digest(entry), shape);
    }
    var description =
        new ModelDescription(
            name, shown.modelfile(), shown.capabilities(), shape, shown.remoteHost());
    describedByDigest.put(key, description);
    return description;
  }

  private static ModelShape shape(Shown shown, JsonNode entry) {
    return new ModelShape(
        shown.architecture(), shown.info(), shown.tensors(), entry.path("size").asLong(0));
  }

  private JsonNode tags() throws PortException {
    var models = http.get("/api/tags").path("models");
    if (!models.isArray()) {
      throw new PortException(
          Kind.MALFORMED, Message.of("server.error.not-ollama", http.url().toString()));
    }
    return models;
  }

  private InstalledModel model(ModelName name, JsonNode entry) throws PortException {
    var details = entry.path("details");
    var shown = shown(name, digest(entry));
    return new InstalledModel(
        name,
        entry.path("size").asLong(0),
        digest(entry),
        Answers.instant(entry.path("modified_at")),
        details.path("family").asString(""),
        details.path("parameter_size").asString(""),
        details.path("quantization_level").asString(""),
        trainedContext(details, shown),
        configuredContext(shown),
        capabilities(entry, shown),
        entry.path("remote_host").asString(""),
        details.path("parent_model").asString(""));
  }

  private Known<Shown> shown(ModelName name, String digest) throws PortException {
    var kept = shownByDigest.get(digest);
    if (kept != null) {
      return Known.of(kept);
    }
    try {
      var shown = show(name, false);
      shownByDigest.put(digest, shown);
      return Known.of(shown);
    } catch (PortException e) {
      // One model that cannot be shown (a cloud stub while the cloud is off) must not hide all
      // others.
      return switch (e.kind()) {
        case UNREACHABLE, TIMEOUT -> throw e;
        default -> Known.unknown(e.text());
      };
    }
  }

  private Shown show(ModelName name, boolean verbose) throws PortException {
    var body =
        JsonNodeFactory.instance.objectNode().put("model", name.toString()).put("verbose", verbose);
    var request = http.request("/api/show").post(OllamaHttp.json(body)).build();
    return http.call(
        request,
        OllamaHttp.Patience.ANSWER,
        Cancellation.NEVER,
        answer -> ShowReader.read(answer.byteStream()));
  }

  private static Known<Integer> trainedContext(JsonNode details, Known<Shown> shown) {
    var tokens = details.path("context_length").asInt(0);
    if (tokens > 0) {
      return Known.of(tokens);
    }
    return shown.flatMap(answer ->
        answer
            .trainedContext()
            .map(Known::of)
            .orElseGet(() -> Known.unknown(Message.of("server.unknown.trained-context"))));
  }

  private static Known<Integer> configuredContext(Known<Shown> shown) {
    return shown.flatMap(answer ->
        answer
            .configuredContext()
            .map(Known::of)
            .orElseGet(() -> Known.unknown(Message.of("server.unknown.configured-context"))));
  }

  /// In `/api/tags` since 0.30; an older server tells them in `/api/show`.
  private static Known<Set<Capability>> capabilities(JsonNode entry, Known<Shown> shown) {
    if (!entry.has("capabilities")) {
      return shown.map(Shown::capabilities);
    }
    var found = EnumSet.noneOf(Capability.class);
    for (var name : entry.path("capabilities")) {
      Capability.parse(name.asString("")).ifPresent(found::add);
    }
    return Known.of(Set.copyOf(found));
  }

  private static String digest(JsonNode entry) {
    return entry.path("digest").asString("");
  }
}
