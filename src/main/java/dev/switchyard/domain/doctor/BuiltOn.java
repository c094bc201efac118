package dev.switchyard.domain.doctor;

import dev.switchyard.domain.model.ModelName;

/// What a variant was built on, and what that is now.
///
/// @param base the model that it was built from
/// @param ownWeights the file with the variant's weights, such as `sha256-…`
/// @param baseWeights the same of the base as it is installed now
public record BuiltOn(ModelName base, String ownWeights, String baseWeights) {
  /// Whether the base was pulled anew since, and is another one now.
  public boolean isOutdated() {
    return !ownWeights.equals(baseWeights);
  }
}
