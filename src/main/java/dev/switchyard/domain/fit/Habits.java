package dev.switchyard.domain.fit;

import java.util.Set;

/// What an architecture does without any weights that would show it.
///
/// @param known whether its rules were read out of the engines; of any other the plain formula is
///   an assumption
/// @param scalesEmbedding whether tokens' vectors are scaled first
/// @param normsValues whether values are scaled to unit length before they are stored
/// @param normsAfter whether `post_attention_norm` comes before the sum with what went in, rather
///   than after it
/// @param gatesAttention whether queries bring along a gate for what they see
/// @param onePartPerLayer whether a layer is attention, a state or feed-forward, and nothing beside
/// @param sumsFromInput whether what a part gives is added to what went in, rather than the other
///   way round: the sum is written over the first of the two that nobody needs any more
/// @param oneRequest whether the server serves one request at a time whatever it was told
/// @param expertsBesideDense whether experts work beside a dense part rather than in its place
record Habits(
    boolean known,
    boolean scalesEmbedding,
    boolean normsValues,
    boolean normsAfter,
    boolean gatesAttention,
    boolean onePartPerLayer,
    boolean sumsFromInput,
    boolean oneRequest,
    boolean expertsBesideDense) {
  /// Architectures whose layers follow the plain rules: every layer keeps keys and values for the
  /// whole context, or says itself where it does not.
  private static final Set<String> PLAIN =
      Set.of(
          "llama",
          "llama4",
          "mistral3",
          "mistral4",
          "qwen2",
          "qwen2moe",
          "qwen2vl",
          "qwen25vl",
          "qwen3",
          "qwen3moe",
          "qwen3vl",
          "qwen3vlmoe",
          "qwen3next",
          "qwen35",
          "qwen35moe",
          "gptoss",
          "gpt-oss",
          "deepseek2",
          "glm4",
          "glm4moe",
          "glm4moelite",
          "phi2",
          "phi3",
          "phimoe",
          "starcoder2",
          "command-r",
          "cohere2",
          "granite",
          "granitemoe",
          "olmo2",
          "olmo3",
          "nemotron",
          "seed_oss",
          "smollm3",
          "ernie4_5",
          "ernie4_5-moe",
          "mllama",
          "granitehybrid",
          "nemotron_h",
          "nemotron_h_moe",
          "mamba2",
          "lfm2",
          "lfm2moe");

  private static final Set<String> NORMS_AFTER =
      Set.of("gemma2", "gemma3", "gemma3n", "gemma4", "glm4", "olmo2", "olmo3", "exaone4");

  /// Source: Ollama's `server/sched.go`, 0.24 and 0.32.
  private static final Set<String> ONE_REQUEST =
      Set.of(
          "mllama",
          "qwen3vl",
          "qwen3vlmoe",
          "qwen35",
          "qwen35moe",
          "qwen3next",
          "lfm2",
          "lfm2moe",
          "nemotron_h",
          "nemotron_h_moe",
          "nemotron_h_omni");

  static Habits of(String architecture) {
    boolean gemma = architecture.startsWith("gemma");
    boolean four = architecture.equals("gemma4");
    return new Habits(
        gemma || PLAIN.contains(architecture),
        gemma,
        four || architecture.equals("gemma3n"),
        NORMS_AFTER.contains(architecture),
        architecture.equals("qwen3next") || architecture.startsWith("qwen35"),
        architecture.startsWith("nemotron_h") || architecture.startsWith("mamba"),
        architecture.startsWith("lfm2"),
        ONE_REQUEST.contains(architecture),
        four);
  }
}
