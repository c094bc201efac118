package dev.switchyard.domain.fit;

import java.util.Optional;

/// What earlier loads have shown a prediction to be off by.
@FunctionalInterface
public interface Correction {
  /// Nothing was seen yet.
  Correction NONE = _ -> Optional.empty();

  /// @return a part of [Part.Name#LEARNED] that makes the total right; empty where nothing is known
  ///   against it
  Optional<Part> of(Prediction prediction);
}
