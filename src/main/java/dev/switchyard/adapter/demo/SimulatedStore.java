package dev.switchyard.adapter.demo;

import dev.switchyard.adapter.demo.SimulatedModel.Layer;
import dev.switchyard.domain.model.ModelName;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The simulated server's disk: models, uploaded blobs, and downloads that were broken off.
final class SimulatedStore {
  private final Map<ModelName, SimulatedModel> models = new LinkedHashMap<>();
  private final Map<String, byte[]> uploads = new HashMap<>();
  private final Map<String, Long> partialBytes = new HashMap<>();

  SimulatedStore(Collection<SimulatedModel> installed) {
    installed.forEach(this::put);
  }

  /// Newest first, as the server lists them.
  synchronized List<SimulatedModel> models() {
    return models.values().stream()
        .sorted(Comparator.comparing(SimulatedModel::modifiedAt).reversed())
        .toList();
  }

  synchronized Optional<SimulatedModel> find(String name) {
    return ModelName.parse(name).map(models::get);
  }

  synchronized void put(SimulatedModel model) {
    models.put(model.name(), model);
    model.layers().forEach(layer -> partialBytes.remove(layer.digest()));
  }

  synchronized boolean remove(ModelName name) {
    return models.remove(name) != null;
  }

  /// Whether some model holds the layer: then it is not transferred again.
  synchronized boolean holds(Layer layer) {
    return models.values().stream().anyMatch(model -> model.layers().contains(layer));
  }

  synchronized long partialBytes(Layer layer) {
    return partialBytes.getOrDefault(layer.digest(), 0L);
  }

  synchronized void keepPartial(Layer layer, long bytes) {
    partialBytes.put(layer.digest(), bytes);
  }

  synchronized void upload(String digest, byte[] content) {
    uploads.put(digest, content);
  }

  synchronized Optional<byte[]> upload(String digest) {
    return Optional.ofNullable(uploads.get(digest));
  }
}
