package dev.switchyard.domain.modelfile;

import java.util.Optional;

/// One parameter that a Modelfile can set.
///
/// @param name as it is written; case-sensitive
/// @param type what values it takes
/// @param defaultValue what holds where it is not set; empty where the server decides by itself
/// @param advice the values that make sense; the server accepts others too
/// @param common whether it is shown before the rare ones
public record Parameter(
    String name, ParameterType type, Optional<String> defaultValue, Advice advice, boolean common) {
  /// A closed range of sensible values.
  public record Advice(double least, double most) {
    static final Advice NONE = new Advice(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    boolean covers(double value) {
      return least <= value && value <= most;
    }
  }

  /// Key of the sentence that explains it.
  public String explanationKey() {
    return "modelfile.parameter." + name;
  }
}
