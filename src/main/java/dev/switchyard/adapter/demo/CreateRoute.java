package dev.switchyard.adapter.demo;

import dev.switchyard.adapter.demo.SimulatedModel.Layer;
import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.ModelName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// `/api/create` and the blobs that it builds from.
final class CreateRoute {
  private static final byte[] GGUF = {'G', 'G', 'U', 'F'};

  private final Pace pace;
  private final SimulatedStore store;
  private final PullRoute pull;

  CreateRoute(Pace pace, SimulatedStore store, PullRoute pull) {
    this.pace = pace;
    this.store = store;
    this.pull = pull;
  }

  void blob(Exchange exchange, String digest) throws IOException, Refusal {
    switch (exchange.method()) {
      case "HEAD" -> exchange.empty(store.upload(digest).isPresent() ? 200 : 404);
      case "POST" -> {
        var content = exchange.bytes();
        if (!digest.equals("sha256:" + Fingerprint.of(content).text())) {
          throw Refusal.of(400, "digest mismatch, expected \"" + digest + "\"");
        }
        int status = store.upload(digest).isPresent() ? 200 : 201;
        store.upload(digest, content);
        exchange.empty(status);
      }
      default -> exchange.text(405, "text/plain", "405 method not allowed");
    }
  }

  void answer(Exchange exchange) throws IOException, Refusal, InterruptedException {
    var body = exchange.body();
    var name = ModelLookup.validName(body);
    if (body.path("from").asString("").isEmpty() && body.path("files").isEmpty()) {
      throw Refusal.plain(400, "neither 'from' or 'files' was specified");
    }
    checkTemplate(body.path("template").asString(""));
    if (body.path("stream").asBoolean(true)) {
      exchange.stream("application/x-ndjson", lines -> create(name, body, lines));
    } else {
      create(name, body, StatusLines.SILENT);
      exchange.json(200, Exchange.JSON, Exchange.node().put("status", "success"));
    }
  }

  private void create(ModelName name, JsonNode body, StatusLines lines)
      throws IOException, Refusal, InterruptedException {
    var base =
        body.path("files").isEmpty() ? installedBase(body, lines) : uploadedBase(name, body, lines);
    var built = built(name, base, body);
    for (var layer : built.layers()) {
      lines.status(
          (store.holds(layer) ? "using existing" : "creating new") + " layer " + layer.digest());
    }
    lines.status("writing manifest");
    store.put(built);
    lines.status("success");
  }

  /// As the real server does, a base that is not installed is pulled without asking.
  private SimulatedModel installedBase(JsonNode body, StatusLines lines)
      throws IOException, Refusal, InterruptedException {
    var from = body.path("from").asString("");
    var base = ModelName.parse(from).orElseThrow(() -> Refusal.of(400, "invalid model name"));
    if (store.find(from).isEmpty()) {
      pull.pull(base, lines);
    }
    return store.find(from).orElseThrow(() -> Refusal.of(404, "model '" + from + "' not found"));
  }

  private SimulatedModel uploadedBase(ModelName name, JsonNode body, StatusLines lines)
      throws IOException, Refusal {
    var digest = body.path("files").iterator().next().asString("");
    var content =
        store.upload(digest).orElseThrow(() -> Refusal.of(400, "blob " + digest + " not found"));
    lines.status("parsing GGUF");
    if (content.length < GGUF.length
        || !Arrays.equals(content, 0, GGUF.length, GGUF, 0, GGUF.length)) {
      throw Refusal.of(400, "supplied file was not in GGUF format");
    }
    var weights = new Layer(Layer.Kind.WEIGHTS, digest, content.length);
    var shape = new ModelShape("llama", DemoModels.SMALL_LLAMA, List.of(), content.length);
    return new SimulatedModel(
        name,
        pace.now(),
        "/usr/share/ollama/.ollama/models/blobs/" + digest.replace(':', '-'),
        "1M",
        "F16",
        List.of(weights),
        Map.of(),
        "",
        "",
        EnumSet.of(Capability.COMPLETION),
        shape,
        "",
        0);
  }

  private SimulatedModel built(ModelName name, SimulatedModel base, JsonNode body) {
    var parameters = new HashMap<>(base.parameters());
    body.path("parameters")
        .properties()
        .forEach(entry -> parameters.put(entry.getKey(), plain(entry.getValue())));
    var template = body.path("template").asString("");
    var system = body.path("system").asString("");
    var templateText = template.isEmpty() ? base.template() : template;
    var capabilities = EnumSet.copyOf(base.capabilities());
    if (templateText.contains(".Tools")) {
      capabilities.add(Capability.TOOLS);
    }
    return new SimulatedModel(
        name,
        pace.now(),
        body.path("files").isEmpty() ? base.fullName() : base.parent(),
        base.parameterSize(),
        base.quantization(),
        layers(base, templateText, parameters),
        parameters,
        templateText,
        system.isEmpty() ? base.system() : system,
        capabilities,
        base.shape(),
        base.remoteHost(),
        base.vocabulary());
  }

  private static List<Layer> layers(
      SimulatedModel base, String template, Map<String, Object> parameters) {
    var layers = new ArrayList<Layer>();
    base.layers().stream()
        .filter(layer -> layer.kind() == Layer.Kind.WEIGHTS || layer.kind() == Layer.Kind.LICENSE)
        .forEach(layers::add);
    if (!template.isEmpty()) {
      layers.add(Layer.of(Layer.Kind.TEMPLATE, template, template.length()));
    }
    if (!parameters.isEmpty()) {
      var text = new TreeMap<>(parameters).toString();
      layers.add(Layer.of(Layer.Kind.PARAMETERS, text, text.length()));
    }
    return layers;
  }

  /// The real server parses the template as Go does; unequal braces are enough of that here.
  private static void checkTemplate(String template) throws Refusal {
    if (template.split("\\{\\{", -1).length != template.split("}}", -1).length) {
      throw Refusal.plain(400, "template error: template: :1: unclosed action");
    }
  }

  private static Object plain(JsonNode value) {
    if (value.isArray()) {
      return value.valueStream().map(CreateRoute::plain).toList();
    }
    if (value.isIntegralNumber()) {
      return value.longValue();
    }
    if (value.isNumber()) {
      return value.doubleValue();
    }
    return value.isBoolean() ? (Object) value.booleanValue() : value.asString("");
  }
}
