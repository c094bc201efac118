package dev.switchyard.domain.fit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A model's tensors by layer and name, read once: which steps a layer has shows in which weights
/// it brings along.
///
/// Of a shape without tensors (a description from a catalogue) the architecture's usual steps are
/// taken.
final class TensorIndex {
  private static final List<String> GEMMA_NORMS =
      List.of("post_attention_norm", "post_ffw_norm", "attn_q_norm", "attn_k_norm");
  private static final List<String> QUERY_NORMS = List.of("attn_q_norm", "attn_k_norm");

  private static final Pattern OF_BLOCK =
      Pattern.compile("blk\\.(\\d{1,6})\\.(.+)\\.(weight|bias)");

  private final Map<Integer, Map<String, ModelShape.Tensor>> weights = new HashMap<>();
  private final Map<Integer, Set<String>> biases = new HashMap<>();
  private final String architecture;
  private final boolean hasExperts;
  private final boolean hasTensors;

  TensorIndex(ModelShape shape) {
    this.architecture = shape.architecture();
    this.hasExperts = shape.number("expert_count").orElse(0L) > 0;
    this.hasTensors = !shape.tensors().isEmpty();
    shape.tensors().forEach(this::add);
  }

  private void add(ModelShape.Tensor tensor) {
    var name = OF_BLOCK.matcher(tensor.name());
    if (name.matches()) {
      int block = Integer.parseInt(name.group(1));
      if (name.group(3).equals("weight")) {
        weights.computeIfAbsent(block, _ -> new HashMap<>()).put(name.group(2), tensor);
      } else {
        biases.computeIfAbsent(block, _ -> new HashSet<>()).add(name.group(2));
      }
    }
  }

  boolean has(int block, String name) {
    return hasTensors ? find(block, name).isPresent() : usually(name);
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
    return Optional.ofNullable(weights.getOrDefault(block, Map.of()).get(name));
  }

  boolean hasBias(int block, String name) {
    return biases.getOrDefault(block, Set.of()).contains(name);
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
