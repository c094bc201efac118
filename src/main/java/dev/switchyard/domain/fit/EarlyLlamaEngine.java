package dev.switchyard.domain.fit;

import java.util.OptionalLong;

/// Ollama before 0.30, for the architectures that it handed to llama.cpp (llama, qwen2, phi and
/// more).
///
/// On GPUs it reserved what the formulas below give and decided by them; on the CPU it counted
/// weights and KV cache only.
///
/// Source: `GraphSize` of Ollama `fs/ggml/ggml.go` before 0.30. Measured on 0.25 (CPU): within 0.5
/// %.
final class EarlyLlamaEngine implements Engine {
  private static final long MIB = 1L << 20;
  private static final int DEFAULT_BATCH = 512;

  @Override
  public int batch(ModelShape shape, Geometry geometry, LoadOptions options, Hardware hardware) {
    return options.batch().orElse(DEFAULT_BATCH);
  }

  /// It had no sliding caches of its own: such layers took the whole context.
  @Override
  public long slidingCells(String architecture, Geometry geometry, LoadOptions options, int batch) {
    return globalCells(options);
  }

  /// It never counted the vocabulary as input: "we historically haven't" (`llm/server.go`).
  @Override
  public int vocabularyCopies(ModelShape shape, boolean tied, Hardware hardware) {
    return tied ? 1 : 0;
  }

  @Override
  public Part compute(
      ModelShape shape, Geometry geometry, LoadOptions options, int batch, Hardware hardware) {
    if (hardware.freeGpus().isEmpty()) {
      return Engine.part(Part.Name.COMPUTE, 0, "fit.assume.compute.uncounted");
    }
    long output = geometry.width() + geometry.vocabulary();
    long attention = attention(shape.architecture(), geometry, options.allTokens());
    return Engine.part(
        Part.Name.COMPUTE,
        4L * batch * Math.max(output, attention),
        "fit.assume.compute.early",
        batch);
  }

  /// 32-bit numbers per token of the batch; without flash attention the scores of every head over
  /// the whole context are among them.
  private static long attention(String architecture, Geometry geometry, long context) {
    long e = geometry.width();
    long h = geometry.heads();
    return switch (architecture) {
      case "qwen2" -> 1 + 2 * e + context + context * h;
      case "gemma", "gemma2" -> 2 + context + context * h + 2 * e + 2 * geometry.queryWidth();
      default -> 1 + 4 * e + context * (1 + h);
    };
  }

  /// The working memory is not in its figure. Seen on 0.24.0.
  @Override
  public boolean serverCountsAll(Geometry geometry, LoadOptions options) {
    return false;
  }

  /// It rounds the bytes of a quantized cache down, to one or a half for each number. Measured on
  /// 0.25: 4 to 10 % too little. The working memory is in neither the figure nor the prediction.
  @Override
  public OptionalLong uncountedBytes(Geometry geometry, LoadOptions options, long kvBytes) {
    return switch (options.kvType()) {
      case F32, F16, BF16 -> OptionalLong.of(0);
      case Q8_0 -> OptionalLong.of(kvBytes / 34 * 2);
      case Q4_0 -> OptionalLong.of(kvBytes / 18 * 2);
      case Q5_1, Q5_0, Q4_1 -> OptionalLong.empty();
    };
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
