package dev.switchyard.domain.fit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A model's tensors by name: which steps a layer has shows in which weights it brings along.
///
/// Of a shape without tensors (a description from a catalogue) the architecture's usual steps are
/// taken.
final class TensorIndex {
  private static final List<String> GEMMA_NORMS =
      List.of("post_attention_norm", "post_ffw_norm", "attn_q_norm", "attn_k_norm");
  private static final List<String> QUERY_NORMS = List.of("attn_q_norm", "attn_k_norm");

  private final Map<String, ModelShape.Tensor> byName = new HashMap<>();
  private final String architecture;
  private final boolean hasExperts;

  TensorIndex(ModelShape shape) {
    shape.tensors().forEach(tensor -> byName.put(tensor.name(), tensor));
    this.architecture = shape.architecture();
    this.hasExperts = shape.number("expert_count").orElse(0L) > 0;
  }

  boolean has(int block, String name) {
    return byName.isEmpty() ? usually(name) : find(block, name).isPresent();
  }

  /// Elements per token that come out of a layer's matrix: its second dimension.
  Optional<Long> width(int block, String name) {
    return find(block, name)
        .filter(tensor -> tensor.shape().size() > 1)
        .map(tensor -> tensor.shape().get(1));
  }

  /// Elements of a layer's tensor, 0 without one.
  long elements(int block, String name) {
    return find(block, name)
        .map(tensor -> tensor.shape().stream().reduce(1L, Math::multiplyExact))
        .orElse(0L);
  }

  private Optional<ModelShape.Tensor> find(int block, String name) {
    return Optional.ofNullable(byName.get("blk." + block + "." + name + ".weight"));
  }

  boolean hasBias(int block, String name) {
    return byName.containsKey("blk." + block + "." + name + ".bias");
  }

  private boolean usually(String name) {
    return switch (name) {
      case "ffn_gate" -> true;
      case "ffn_gate_inp", "ffn_gate_exps" -> hasExperts;
      case "attn_v" -> true;
      default ->
          (architecture.startsWith("gemma3") || architecture.equals("gemma4"))
              ? GEMMA_NORMS.contains(name)
              : architecture.startsWith("qwen3") && QUERY_NORMS.contains(name);
    };
  }
}
