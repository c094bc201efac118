package dev.switchyard.domain.fit;

import dev.switchyard.domain.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The KV cache and the states of all layers. Exact: this is what the engines allocate.
final class Caches {
  private Caches() {}

  static List<Part> of(
      Engine engine, ModelShape shape, Geometry geometry, LoadOptions options, int batch) {
    long kv = 0;
    long state = 0;
    // How many layers of each size: what a person can multiply by hand.
    var sizes = new LinkedHashMap<String, Integer>();
    for (var layer : geometry.layers()) {
      switch (layer) {
        case Layer.Attention attention -> {
          long cells =
              attention.sliding()
                  ? engine.slidingCells(shape.architecture(), geometry, options, batch)
                  : engine.globalCells(options);
          long elements = engine.elementsPerCell(attention);
          kv += options.kvType().bytes(cells * elements);
          sizes.merge("%d × %d".formatted(cells, elements), 1, Integer::sum);
        }
        case Layer.Recurrent(_, long bytes) ->
            state += bytes * options.slots() * engine.stateCopies(options);
      }
    }
    return List.of(
        new Part(
            Part.Name.KV,
            kv,
            Message.of("fit.formula.kv", formula(sizes), options.kvType().wireName()),
            Message.of(
                "fit.assume.kv", options.kvType().wireName(), options.slots(), formula(sizes))),
        Engine.part(Part.Name.STATE, state, "fit.assume.state"));
  }

  /// Layers × cells × elements of a cell, summed over the kinds of layers.
  private static String formula(Map<String, Integer> sizes) {
    return sizes.entrySet().stream()
        .map(size -> size.getValue() + " × " + size.getKey())
        .collect(Collectors.joining(" + "));
  }
}
