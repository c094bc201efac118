package dev.switchyard.domain.fit;

import java.util.List;

/// Ollama before 0.30, for the architectures that it ran in its own engine.
///
/// Measured on 0.25 (CPU): the KV cache is exact; the working memory is the attention masks plus
/// 32-bit numbers per token of the batch, within 2 % of the whole for every row measured.
final class OllamaEngine implements Engine {
  private static final List<String> ARCHITECTURES =
      List.of(
          "gemma3",
          "gemma4",
          "qwen3",
          "qwen25vl",
          "gptoss",
          "gpt-oss",
          "mistral3",
          "deepseek2",
          "llama4",
          "mllama",
          "glm4",
          "olmo3",
          "lfm2",
          "nemotron",
          "bert",
          "nomic");
  private static final long MIB = 1L << 20;
  private static final int DEFAULT_BATCH = 512;

  /// Gemma 4 and gpt-oss keep this many tokens in sliding layers, whatever their window.
  private static final int RETAINED = 4096;

  private static final int STATE_CHECKPOINTS = 24;
  private static final int TOKENS_PER_CHECKPOINT = 1664;

  static boolean runs(String architecture) {
    return ARCHITECTURES.stream().anyMatch(architecture::startsWith);
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

  @Override
  public long stateCopies(LoadOptions options) {
    return 1L + Math.min(STATE_CHECKPOINTS, options.contextLength() / TOKENS_PER_CHECKPOINT);
  }

  @Override
  public Part compute(
      ModelShape shape, Geometry geometry, LoadOptions options, int batch, Hardware hardware) {
    long cells =
        globalCells(options)
            + (geometry.hasSliding()
                ? slidingCells(shape.architecture(), geometry, options, batch)
                : 0);
    long masks = 2L * batch * cells;
    long numbers =
        10L * geometry.width() / 3
            + Math.max(3 * geometry.feedForwardWidth(), 2 * geometry.queryWidth());
    long outputs = 4L * geometry.vocabulary() * options.slots();
    return Engine.part(
        Part.Name.COMPUTE,
        masks + 4L * batch * numbers + outputs,
        "fit.assume.compute.ollama",
        batch);
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
