package dev.switchyard.adapter.ollama;

import dev.switchyard.domain.fit.ModelShape.Tensor;
import dev.switchyard.domain.model.Capability;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was kept of an answer to `/api/show`.
///
/// @param parameters one line each: name, blanks, value in Go's syntax; the order differs from call
///   to call
/// @param info `model_info` without the tokenizer's entries and without what the server withheld,
///   and of `projector_info` what the projector says of its own steps
record Shown(
    String modelfile,
    String parameters,
    String remoteHost,
    Set<Capability> capabilities,
    Map<String, Object> info,
    List<Tensor> tensors) {
  String architecture() {
    return info.get("general.architecture") instanceof String text ? text : "";
  }

  Optional<Integer> trainedContext() {
    return info.get(architecture() + ".context_length") instanceof Long tokens
        ? Optional.of(Math.toIntExact(tokens))
        : Optional.empty();
  }

  /// `num_ctx` of the Modelfile. Go prints a million and more as `1.048576e+06`.
  Optional<Integer> configuredContext() {
    return parameters
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("num_ctx "))
        .map(line -> line.substring("num_ctx ".length()).strip())
        .flatMap(value -> wholeNumber(value).stream())
        .findFirst();
  }

  private static Optional<Integer> wholeNumber(String text) {
    try {
      return Optional.of(new BigDecimal(text).intValueExact());
    } catch (ArithmeticException | NumberFormatException _) {
      // The server stores what it was given, also "65536" as a string: such a model fails at load.
      return Optional.empty();
    }
  }
}
