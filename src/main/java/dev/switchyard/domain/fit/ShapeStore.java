package dev.switchyard.domain.fit;

import java.util.Optional;

/// Remembers models' shapes, so that a server is asked once for each: its answer can be tens of
/// megabytes. A digest names one model for ever.
public interface ShapeStore {
  /// Remembers nothing.
  ShapeStore NONE =
      new ShapeStore() {
        @Override
        public Optional<ModelShape> find(String digest) {
          return Optional.empty();
        }

        @Override
        public void keep(String digest, ModelShape shape) {}
      };

  /// Empty where it is not there or cannot be read: it can be asked for again.
  ///
  /// @param digest of the model's manifest, as `/api/tags` names it
  Optional<ModelShape> find(String digest);

  /// Where that fails nothing is lost but time.
  void keep(String digest, ModelShape shape);
}
