package dev.switchyard.domain.fit;

import java.util.List;
import java.util.Map;

/// What decides a model's memory: the geometry out of `/api/show` with `verbose`.
///
/// @param architecture `general.architecture`, such as `gemma4`; empty for a cloud stub
/// @param values `model_info` without tokenizer lists: Long, Double, Boolean, String, or a list of these; lists that the
///     server withheld (it does without `verbose`) are absent
/// @param tensors every tensor's type and shape
/// @param fileBytes the size of all layers in bytes, 0 where not known
public record ModelShape(
    String architecture, Map<String, Object> values, List<Tensor> tensors, long fileBytes) {
  /// @param type such as `Q4_K`
  /// @param shape elements per dimension
  public record Tensor(String name, String type, List<Long> shape) {}

  public ModelShape {
    values = Map.copyOf(values);
    tensors = List.copyOf(tensors);
  }
}
