package dev.switchyard.adapter.demo;

import dev.switchyard.adapter.demo.SimulatedModel.Layer;
import dev.switchyard.domain.model.ModelName;
import java.io.IOException;
import java.time.Duration;

/// `/api/pull`: layers come in over simulated time, and what has come is kept when the client goes
/// away.
final class PullRoute {
  /// The real server tells its progress this often.
  private static final Duration TICK = Duration.ofMillis(60);

  private static final long VERIFIED_BYTES_PER_SECOND = 1_000_000_000L;

  private final Setup setup;
  private final SimulatedStore store;

  PullRoute(Setup setup, SimulatedStore store) {
    this.setup = setup;
    this.store = store;
  }

  void answer(Exchange exchange) throws IOException, Refusal, InterruptedException {
    var body = exchange.body();
    var name = ModelLookup.validName(body);
    if (body.path("stream").asBoolean(true)) {
      exchange.stream("application/x-ndjson", lines -> pull(name, lines));
    } else {
      try {
        pull(name, StatusLines.SILENT);
      } catch (Refusal refusal) {
        throw Refusal.plain(500, refusal.text());
      }
      exchange.json(200, Exchange.JSON, Exchange.node().put("status", "success"));
    }
  }

  void pull(ModelName name, StatusLines lines) throws IOException, Refusal, InterruptedException {
    lines.status("pulling manifest");
    var model = manifest(name);
    for (var layer : model.layers()) {
      transfer(layer, lines);
    }
    lines.status("verifying sha256 digest");
    setup.pace().pause(Duration.ofMillis(model.bytes() * 1000 / VERIFIED_BYTES_PER_SECOND));
    lines.status("writing manifest");
    store.put(model.copyTo(name, setup.pace().now()));
    lines.status("success");
  }

  private SimulatedModel manifest(ModelName name) throws Refusal {
    if (!setup.online()) {
      var repository = name.withoutTag();
      var tag =
          name.toString().equals(repository)
              ? "latest"
              : name.toString().substring(repository.length() + 1);
      throw Refusal.of(
          500,
          "pull model manifest: Get \"https://registry.ollama.ai/v2/"
              + (repository.contains("/") ? repository : "library/" + repository)
              + "/manifests/"
              + tag
              + "\": dial tcp: lookup registry.ollama.ai: no such host");
    }
    return setup.registry().stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Refusal.of(500, "pull model manifest: file does not exist"));
  }

  private void transfer(Layer layer, StatusLines lines)
      throws IOException, Refusal, InterruptedException {
    if (store.holds(layer)) {
      progress(layer, layer.bytes(), lines);
      return;
    }
    long completed = store.partialBytes(layer);
    progress(layer, completed, lines);
    while (completed < layer.bytes()) {
      setup.pace().pause(TICK);
      completed =
          Math.min(layer.bytes(), completed + setup.bytesPerSecond() * TICK.toMillis() / 1000);
      store.keepPartial(layer, completed);
      progress(layer, completed, lines);
    }
  }

  private static void progress(Layer layer, long completed, StatusLines lines)
      throws IOException, Refusal {
    var hex = layer.digest().substring("sha256:".length());
    var line =
        Exchange.node()
            .put("status", "pulling " + hex.substring(0, 12))
            .put("digest", layer.digest())
            .put("total", layer.bytes());
    if (completed > 0) {
      line.put("completed", completed);
    }
    lines.line(line);
  }
}
