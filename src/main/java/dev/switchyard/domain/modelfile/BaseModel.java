package dev.switchyard.domain.modelfile;

import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.ModelDescription;
import java.util.Optional;
import java.util.Set;

/// What is known of the model after FROM, for the checks that need it.
///
/// @param trainedContext the largest context length in tokens that it was trained for
/// @param capabilities what it can do
public record BaseModel(Optional<Integer> trainedContext, Optional<Set<Capability>> capabilities) {
  /// Nothing is known: the server does not run, or the model is not installed.
  public static final BaseModel UNKNOWN = new BaseModel(Optional.empty(), Optional.empty());

  public static BaseModel of(ModelDescription description) {
    return new BaseModel(
        description.shape().trainedContext(), Optional.of(description.capabilities()));
  }
}
