package dev.switchyard.domain.doctor;

import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.modelfile.FromValue;
import dev.switchyard.domain.modelfile.Modelfile;
import java.util.Optional;

/// The model that a Modelfile builds on.
public final class BaseName {
  private BaseName() {}

  /// Empty where it builds on files.
  public static Optional<ModelName> of(Modelfile file) {
    return file.from()
        .map(from -> FromValue.of(from.value()))
        .flatMap(value ->
            value instanceof FromValue.Model(var model) ? Optional.of(model) : Optional.empty());
  }
}
