package dev.switchyard.domain.fit;

import java.util.List;

/// The KV cache and the states of all layers. Exact: this is what the engines allocate.
final class Caches {
  private Caches() {}

  static List<Part> of(
      Engine engine, ModelShape shape, Geometry geometry, LoadOptions options, int batch) {
    long kv = 0;
    long state = 0;
    for (var layer : geometry.layers()) {
      switch (layer) {
        case Layer.Attention attention -> {
          long cells =
              attention.sliding()
                  ? engine.slidingCells(shape.architecture(), geometry, options, batch)
                  : engine.globalCells(options);
          kv += options.kvType().bytes(cells * engine.elementsPerCell(attention));
        }
        case Layer.Recurrent(long bytes) ->
            state += bytes * options.slots() * engine.stateCopies(options);
      }
    }
    return List.of(
        Engine.part(
            Part.Name.KV, kv, "fit.assume.kv", options.kvType().wireName(), options.slots()),
        Engine.part(Part.Name.STATE, state, "fit.assume.state"));
  }
}
