package dev.switchyard.domain.fit;

import java.util.Set;

/// Ollama before 0.30, for the architectures that it ran in its own engine.
///
/// The KV cache is exact; the working memory is what the engine plans for its largest batch
/// ([OllamaGraph]).
final class OllamaEngine implements Engine {
  /// The architectures that it ran, with flash attention unless told otherwise.
  ///
  /// Source: `OllamaEngineRequired` and `FlashAttention` of Ollama 0.24, `fs/ggml/ggml.go`.
  private static final Set<String> WITH_FLASH_ATTENTION =
      Set.of(
          "bert",
          "gemma3",
          "gemma4",
          "glm4moelite",
          "glmocr",
          "gptoss",
          "gpt-oss",
          "lfm2",
          "lfm2moe",
          "mistral3",
          "nemotron_h",
          "nemotron_h_moe",
          "nemotron_h_omni",
          "olmo3",
          "qwen3",
          "qwen3moe",
          "qwen35",
          "qwen35moe",
          "qwen3next",
          "qwen3vl",
          "qwen3vlmoe");

  /// The others that it ran, from the same source.
  private static final Set<String> WITHOUT_FLASH_ATTENTION =
      Set.of(
          "deepseek2",
          "deepseekocr",
          "gemma3n",
          "laguna",
          "llama4",
          "mllama",
          "nomic-bert",
          "qwen25vl");

  /// The architectures whose steps were met on a real server.
  private static final Set<String> MEASURED = Set.of("gemma3", "gemma4", "qwen3", "qwen3moe");

  private static final long MIB = 1L << 20;
  private static final int DEFAULT_BATCH = 512;

  /// Gemma 4 and gpt-oss keep this many tokens in sliding layers, whatever their window.
  private static final int RETAINED = 4096;

  private static final int STATE_CHECKPOINTS = 24;
  private static final int TOKENS_PER_CHECKPOINT = 1664;

  static boolean runs(String architecture) {
    return usesFlashAttention(architecture) || WITHOUT_FLASH_ATTENTION.contains(architecture);
  }

  static boolean usesFlashAttention(String architecture) {
    return WITH_FLASH_ATTENTION.contains(architecture);
  }

  @Override
  public int batch(ModelShape shape, Geometry geometry, LoadOptions options, Hardware hardware) {
    return options.batch().orElse(DEFAULT_BATCH);
  }

  @Override
  public long slidingCells(String architecture, Geometry geometry, LoadOptions options, int batch) {
    boolean retains = architecture.equals("gemma4") || architecture.startsWith("gpt");
    long kept = retains ? RETAINED : geometry.window();
    if (kept >= options.contextLength()) {
      return globalCells(options);
    }
    long extra = !retains && options.slots() > 1 ? 1 : 0;
    return Engine.padded(options.slots() * (kept + extra) + batch);
  }

  /// Measured on Gemma 3 and 4, on the CPU too.
  @Override
  public int vocabularyCopies(ModelShape shape, boolean tied, Hardware hardware) {
    return tied ? 2 : 1;
  }

  @Override
  public long stateCopies(LoadOptions options) {
    return 1L + Math.min(STATE_CHECKPOINTS, options.contextLength() / TOKENS_PER_CHECKPOINT);
  }

  @Override
  public Part compute(
      ModelShape shape, Geometry geometry, LoadOptions options, int batch, Hardware hardware) {
    var graph =
        new OllamaGraph(
            shape,
            geometry,
            options,
            batch,
            globalCells(options),
            slidingCells(shape.architecture(), geometry, options, batch));
    return Engine.part(
        Part.Name.COMPUTE,
        graph.peakBytes(),
        MEASURED.contains(shape.architecture())
            ? "fit.assume.compute.ollama"
            : "fit.assume.compute.plain",
        batch,
        shape.architecture());
  }

  @Override
  public boolean serverCountsAll(Geometry geometry, LoadOptions options) {
    return true;
  }

  @Override
  public Part reserve(Hardware hardware) {
    return Engine.part(
        Part.Name.RESERVE, (hardware.unified() ? 512 : 457) * MIB, "fit.assume.reserve.ollama");
  }

  @Override
  public Part promptCache() {
    return Engine.part(Part.Name.PROMPT_CACHE, 0, "fit.assume.noPromptCache");
  }

  @Override
  public boolean refusesTooLarge() {
    return true;
  }
}
