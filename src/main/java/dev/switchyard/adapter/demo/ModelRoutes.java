package dev.switchyard.adapter.demo;

import dev.switchyard.domain.model.ModelName;
import java.io.IOException;

/// Showing, copying and deleting one model.
final class ModelRoutes {
  private final Pace pace;
  private final SimulatedStore store;
  private final ModelLookup lookup;
  private final SimulatedMemory memory;

  ModelRoutes(Pace pace, SimulatedStore store, ModelLookup lookup, SimulatedMemory memory) {
    this.pace = pace;
    this.store = store;
    this.lookup = lookup;
    this.memory = memory;
  }

  void show(Exchange exchange) throws IOException, Refusal {
    var body = exchange.body();
    var model = lookup.requireToShow(body);
    exchange.json(ShowAnswer.of(model, body.path("verbose").asBoolean(false)));
  }

  void copy(Exchange exchange) throws IOException, Refusal {
    var body = exchange.body();
    var source = body.path("source").asString("");
    var destination =
        ModelName.parse(body.path("destination").asString(""))
            .orElseThrow(() ->
                Refusal.of(400, "destination \"" + body.path("destination") + "\" is invalid"));
    var model =
        store.find(source).orElseThrow(() -> Refusal.of(404, "model \"" + source + "\" not found"));
    store.put(model.copyTo(destination, pace.now()));
    exchange.empty(200);
  }

  void delete(Exchange exchange) throws IOException, Refusal {
    var model = lookup.require(exchange.body());
    store.remove(model.name());
    memory.unload(model);
    exchange.empty(200);
  }
}
