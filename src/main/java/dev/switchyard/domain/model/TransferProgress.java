package dev.switchyard.domain.model;

import java.util.List;

/// How far a pull or a build has come.
///
/// @param status the server's own words, such as `pulling manifest` or `writing manifest`
/// @param layers the layers known so far, in the order in which the server named them
public record TransferProgress(String status, List<Layer> layers) {
  public TransferProgress {
    layers = List.copyOf(layers);
  }

  /// @param digest `sha256:…` of the layer
  /// @param totalBytes its size in bytes
  /// @param completedBytes bytes that are on disk
  public record Layer(String digest, long totalBytes, long completedBytes) {}

  /// The sizes of the layers known so far, in bytes: the server names a layer only when it begins
  /// with it.
  public long totalBytes() {
    return layers.stream().mapToLong(Layer::totalBytes).sum();
  }

  public long completedBytes() {
    return layers.stream().mapToLong(Layer::completedBytes).sum();
  }
}
