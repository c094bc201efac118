package dev.switchyard.domain.fit;

import java.util.Set;

/// What an architecture does without any weights that would show it.
///
/// Source: llama.cpp's `models`, one file per architecture.
record Habits(String architecture) {
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
          "lfm2moe",
          "olmoe",
          "exaone4");

  private static final Set<String> NORMS_AFTER =
      Set.of("gemma2", "gemma3", "gemma3n", "gemma4", "glm4", "olmo2", "olmo3", "exaone4");

  private static final Set<String> NORMS_ONLY_AFTER = Set.of("olmo2", "olmo3", "exaone4");

  private static final Set<String> CENTERS =
      Set.of("command-r", "cohere2", "starcoder2", "phi2", "nemotron");

  private static final Set<String> DELTA_NET = Set.of("qwen3next", "qwen35", "qwen35moe");

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

  /// Whether its rules were read out of the engines; of any other the plain formula is an
  /// assumption.
  boolean known() {
    return architecture.startsWith("gemma") || PLAIN.contains(architecture);
  }

  /// Whether tokens' vectors are scaled first.
  boolean scalesEmbedding() {
    return architecture.startsWith("gemma");
  }

  /// Whether this is done by a factor of each token's own.
  boolean scalesEachToken() {
    return architecture.startsWith("gemma3") || architecture.equals("gemma4");
  }

  /// Whether values are scaled to unit length before they are stored.
  boolean normsValues() {
    return architecture.equals("gemma4") || architecture.equals("gemma3n");
  }

  /// Whether `post_attention_norm` comes before the sum with what went in, rather than after it.
  boolean normsAfter() {
    return NORMS_AFTER.contains(architecture);
  }

  /// Whether what goes into a part is scaled to unit length.
  boolean normsBefore() {
    return !NORMS_ONLY_AFTER.contains(architecture);
  }

  /// Whether norms also move the mean to zero, which cannot be done in place.
  boolean centers() {
    return CENTERS.contains(architecture);
  }

  /// Whether attention and feed-forward work on the same input, beside each other.
  boolean feedsBesideAttention() {
    return architecture.equals("command-r")
        || architecture.equals("cohere2")
        || addsAttentionFirst();
  }

  /// Of these, whether what attention gives is the first to be added.
  boolean addsAttentionFirst() {
    return architecture.equals("phi2");
  }

  /// Whether only sliding layers turn queries and keys by where the tokens stand.
  boolean turnsSlidingOnly() {
    return architecture.equals("cohere2");
  }

  /// Whether queries bring along a gate for what they see.
  boolean gatesAttention() {
    return DELTA_NET.contains(architecture);
  }

  /// Whether a layer is attention, a state or feed-forward, and nothing beside.
  boolean onePartPerLayer() {
    return architecture.startsWith("nemotron_h") || architecture.startsWith("mamba");
  }

  /// Whether what a part gives is added to what went in, rather than the other way round: the sum
  /// is written over the first of the two that nobody needs any more.
  boolean sumsFromInput() {
    return architecture.startsWith("lfm2");
  }

  /// Whether experts work beside a dense part rather than in its place.
  boolean expertsBesideDense() {
    return architecture.equals("gemma4");
  }

  /// Whether the experts' input is weighted rather than what they give.
  boolean weighsBeforeExperts() {
    return architecture.equals("llama4");
  }

  /// Whether the server serves one request at a time whatever it was told.
  boolean oneRequest() {
    return ONE_REQUEST.contains(architecture);
  }
}
