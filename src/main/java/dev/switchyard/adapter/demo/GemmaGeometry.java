package dev.switchyard.adapter.demo;

import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.fit.ModelShape.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The layers of one size of Gemma 4, and the shape that a server tells of it.
///
/// Layers, heads and windows are those of Ollama's own conversion tests (`x/models/gemma4`); widths
/// that decide only about weights are chosen so that their sum comes near the published file.
///
/// @param layers blocks in all
/// @param period every so many blocks one sees the whole context, the others a window
/// @param sharedLayers blocks at the end without a KV cache of their own
/// @param window tokens that a local block sees
/// @param localHeads KV heads of a local block
/// @param globalHeads KV heads of a global block
/// @param width the embedding's length
/// @param heads attention heads
/// @param innerWidth of a feed-forward block, of one expert where there are experts
/// @param experts 0 for a dense model
/// @param perLayerWidth width of the embeddings that each block adds, 0 for none
/// @param context the trained maximum in tokens
record GemmaGeometry(
    int layers,
    int period,
    int sharedLayers,
    int window,
    int localHeads,
    int globalHeads,
    int width,
    int heads,
    int innerWidth,
    int experts,
    int perLayerWidth,
    int context) {
  static final GemmaGeometry E2B =
      new GemmaGeometry(35, 5, 20, 512, 1, 1, 1536, 8, 6144, 0, 256, 131_072);
  static final GemmaGeometry E4B =
      new GemmaGeometry(42, 6, 18, 512, 2, 2, 2560, 8, 10_240, 0, 256, 131_072);
  static final GemmaGeometry B26 =
      new GemmaGeometry(30, 6, 0, 1024, 8, 2, 2816, 16, 704, 128, 0, 262_144);
  static final GemmaGeometry B31 =
      new GemmaGeometry(60, 6, 0, 1024, 16, 4, 5376, 32, 21_504, 0, 0, 262_144);

  private static final long VOCABULARY = 262_144;
  private static final long LOCAL_KEY = 256;
  private static final long GLOBAL_KEY = 512;

  private boolean isGlobal(int layer) {
    return (layer + 1) % period == 0;
  }

  ModelShape shape(long parameters, long fileBytes) {
    return new ModelShape("gemma4", values(parameters), tensors(), fileBytes);
  }

  private Map<String, Object> values(long parameters) {
    var values = new HashMap<String, Object>();
    values.put("general.architecture", "gemma4");
    values.put("general.file_type", 15L);
    values.put("general.parameter_count", parameters);
    values.put("gemma4.block_count", (long) layers);
    values.put("gemma4.context_length", (long) context);
    values.put("gemma4.embedding_length", (long) width);
    values.put("gemma4.embedding_length_per_layer_input", (long) perLayerWidth);
    values.put("gemma4.feed_forward_length", (long) innerWidth);
    values.put("gemma4.attention.head_count", (long) heads);
    values.put(
        "gemma4.attention.head_count_kv",
        localHeads == globalHeads ? (Object) (long) localHeads : kvHeads());
    values.put("gemma4.attention.key_length", GLOBAL_KEY);
    values.put("gemma4.attention.key_length_swa", LOCAL_KEY);
    values.put("gemma4.attention.value_length", GLOBAL_KEY);
    values.put("gemma4.attention.value_length_swa", LOCAL_KEY);
    values.put("gemma4.attention.shared_kv_layers", (long) sharedLayers);
    values.put("gemma4.attention.sliding_window", (long) window);
    values.put(
        "gemma4.attention.sliding_window_pattern",
        IntStream.range(0, layers).mapToObj(layer -> !isGlobal(layer)).toList());
    values.put("gemma4.attention.layer_norm_rms_epsilon", 1e-6);
    values.put("gemma4.rope.dimension_count", GLOBAL_KEY);
    values.put("gemma4.rope.dimension_count_swa", LOCAL_KEY);
    values.put("gemma4.rope.freq_base", 1_000_000L);
    values.put("gemma4.vocab_size", VOCABULARY);
    if (experts > 0) {
      values.put("gemma4.expert_count", (long) experts);
      values.put("gemma4.expert_used_count", 8L);
      values.put("gemma4.expert_feed_forward_length", (long) innerWidth);
    }
    return values;
  }

  private List<Long> kvHeads() {
    return IntStream.range(0, layers)
        .mapToObj(layer -> isGlobal(layer) ? (long) globalHeads : localHeads)
        .toList();
  }

  private List<Tensor> tensors() {
    var tensors = new ArrayList<Tensor>();
    tensors.add(new Tensor("token_embd.weight", "Q6_K", List.of((long) width, VOCABULARY)));
    if (perLayerWidth > 0) {
      tensors.add(
          new Tensor(
              "per_layer_token_embd.weight",
              "F16",
              List.of((long) perLayerWidth * layers, VOCABULARY)));
    }
    for (int layer = 0; layer < layers; layer++) {
      addBlock(tensors, layer);
    }
    tensors.add(new Tensor("output_norm.weight", "F32", List.of((long) width)));
    return tensors;
  }

  private void addBlock(List<Tensor> tensors, int layer) {
    var prefix = "blk." + layer + ".";
    long key = isGlobal(layer) ? GLOBAL_KEY : LOCAL_KEY;
    long kv = (isGlobal(layer) ? globalHeads : localHeads) * key;
    tensors.add(new Tensor(prefix + "attn_norm.weight", "F32", List.of((long) width)));
    tensors.add(new Tensor(prefix + "attn_q.weight", "Q4_K", List.of((long) width, heads * key)));
    tensors.add(new Tensor(prefix + "attn_k.weight", "Q4_K", List.of((long) width, kv)));
    tensors.add(new Tensor(prefix + "attn_v.weight", "Q6_K", List.of((long) width, kv)));
    tensors.add(
        new Tensor(prefix + "attn_output.weight", "Q4_K", List.of(heads * key, (long) width)));
    if (experts > 0) {
      tensors.add(
          new Tensor(
              prefix + "ffn_gate_up_exps.weight",
              "Q4_K",
              List.of((long) width, 2L * innerWidth, (long) experts)));
      tensors.add(
          new Tensor(
              prefix + "ffn_down_exps.weight",
              "Q8_0",
              List.of((long) innerWidth, (long) width, (long) experts)));
    } else {
      tensors.add(
          new Tensor(prefix + "ffn_gate.weight", "Q4_K", List.of((long) width, (long) innerWidth)));
      tensors.add(
          new Tensor(prefix + "ffn_up.weight", "Q4_K", List.of((long) width, (long) innerWidth)));
      tensors.add(
          new Tensor(prefix + "ffn_down.weight", "Q6_K", List.of((long) innerWidth, (long) width)));
    }
  }
}
