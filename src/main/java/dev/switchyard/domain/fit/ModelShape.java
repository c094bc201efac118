package dev.switchyard.domain.fit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What decides a model's memory: the geometry out of `/api/show` with `verbose`.
///
/// @param architecture `general.architecture`, such as `gemma4`; empty for a cloud stub
/// @param values `model_info` without tokenizer lists: Long, Double, Boolean, String, or a list of
///   these; lists that the server withheld (it does without `verbose`) are absent
/// @param tensors every tensor's type and shape
/// @param fileBytes the size of all layers in bytes, 0 where not known
public record ModelShape(
    String architecture, Map<String, Object> values, List<Tensor> tensors, long fileBytes) {
  /// @param type such as `Q4_K`
  /// @param shape elements per dimension
  public record Tensor(String name, String type, List<Long> shape) {
    private static final Pattern BLOCK = Pattern.compile("blk\\.(\\d{1,5})\\..*");

    /// The layer that it belongs to, empty for those outside.
    Optional<Integer> block() {
      var matcher = BLOCK.matcher(name);
      return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }
  }

  public ModelShape {
    values = Map.copyOf(values);
    tensors = List.copyOf(tensors);
  }

  /// A value of `model_info` by its name without the architecture, such as `attention.head_count`.
  Optional<Object> value(String name) {
    return Optional.ofNullable(values.get(architecture + "." + name));
  }

  /// A number of `model_info` by its name without the architecture.
  Optional<Long> number(String name) {
    return value(name)
        .flatMap(value ->
            value instanceof Number number ? Optional.of(number.longValue()) : Optional.empty());
  }

  /// Layers that every token goes through. Those behind, which some models bring along to predict
  /// several tokens at once, are neither loaded nor calculated.
  long calculatedBlocks() {
    return number("block_count").orElse(0L) - number("nextn_predict_layers").orElse(0L);
  }

  /// Whether a file of its own reads images or sound for it.
  boolean hasProjector() {
    return values.keySet().stream().anyMatch(key -> key.startsWith("clip."));
  }

  /// The tensors that are loaded.
  List<Tensor> loadedTensors() {
    long blocks = calculatedBlocks();
    return tensors.stream().filter(tensor -> tensor.block().orElse(-1) < blocks).toList();
  }

  /// The largest context length in tokens that the model was trained for; the server clamps to it.
  public Optional<Integer> trainedContext() {
    return number("context_length")
        .filter(length -> length > 0)
        .map(length -> (int) Math.min(length, Integer.MAX_VALUE));
  }
}
