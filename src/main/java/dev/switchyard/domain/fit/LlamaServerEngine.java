package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Tensor;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Ollama since 0.30: every model runs in llama-server.
///
/// The KV cache is exact. The working memory is what llama.cpp plans for its largest batch
/// ([LlamaServerGraph]) and one row of votes for the next token per slot.
final class LlamaServerEngine implements Engine {
  private static final long GIB = 1L << 30;
  private static final long MIB = 1L << 20;

  /// The architectures whose steps were met on a real server.
  private static final Set<String> MEASURED =
      Set.of(
          "llama",
          "qwen2",
          "qwen3",
          "qwen3moe",
          "gemma",
          "gemma2",
          "gemma3",
          "gemma4",
          "deepseek2",
          "gpt-oss",
          "qwen3next",
          "qwen35",
          "qwen35moe",
          "granitehybrid",
          "nemotron_h",
          "nemotron_h_moe",
          "mamba2",
          "lfm2",
          "lfm2moe",
          "phi2",
          "phi3",
          "glm4",
          "granite",
          "olmo2",
          "command-r",
          "cohere2",
          "starcoder2",
          "mistral3",
          "seed_oss",
          "smollm3",
          "ernie4_5",
          "nemotron",
          "exaone4",
          "qwen2vl",
          "qwen3vl",
          "granitemoe",
          "qwen2moe",
          "ernie4_5-moe",
          "llama4",
          "olmoe",
          "glm4moe");

  private static final int SMALL = 512;
  private static final int MIDDLE = 1024;
  private static final int LARGE = 2048;
  private static final long MIDDLE_SURCHARGE = 768 * MIB;
  private static final long LARGE_SURCHARGE = 2 * GIB;

  @Override
  public int batch(ModelShape shape, Geometry geometry, LoadOptions options, Hardware hardware) {
    return options
        .batch()
        .orElseGet(() -> automaticBatch(shape, geometry, options, hardware.largestFreeGpu()));
  }

  /// Source: Ollama `server/sched.go`. On the CPU nothing limits it; on a GPU it goes by Ollama's
  /// own rough prediction.
  private static int automaticBatch(
      ModelShape shape, Geometry geometry, LoadOptions options, OptionalLong freeGpu) {
    if (options.allTokens() <= 4096) {
      return SMALL;
    }
    int wanted = options.allTokens() <= 32_768 ? MIDDLE : LARGE;
    if (freeGpu.isEmpty()) {
      return wanted;
    }
    double free = freeGpu.getAsLong();
    double predicted = predicted(shape, geometry, options);
    if (wanted == LARGE && predicted <= 0.6 * free && predicted + LARGE_SURCHARGE <= 0.8 * free) {
      return LARGE;
    }
    boolean roomForMiddle = predicted <= 0.75 * free && predicted + MIDDLE_SURCHARGE <= 0.8 * free;
    return roomForMiddle ? MIDDLE : SMALL;
  }

  /// Ollama's `PredictServerVRAM`, which knows neither sliding windows nor key lengths.
  private static double predicted(ModelShape shape, Geometry geometry, LoadOptions options) {
    long kvHeads =
        geometry.layers().stream()
            .filter(Layer.Attention.class::isInstance)
            .mapToLong(layer -> ((Layer.Attention) layer).heads())
            .min()
            .orElse(0);
    double headLength = (double) geometry.width() / geometry.heads();
    return shape.fileBytes()
        + 2.0 * geometry.blocks().size() * kvHeads * headLength * options.allTokens() * 2;
  }

  @Override
  public long globalCells(LoadOptions options) {
    return Engine.padded(options.contextLength()) * options.slots();
  }

  @Override
  public long slidingCells(String architecture, Geometry geometry, LoadOptions options, int batch) {
    return slidingCellsPerSlot(geometry, options, batch) * options.slots();
  }

  private static long slidingCellsPerSlot(Geometry geometry, LoadOptions options, int batch) {
    return Engine.padded(Math.min(options.contextLength(), geometry.window() + batch));
  }

  /// Keys and values come out of one latent vector, which is stored once.
  @Override
  public long elementsPerCell(Layer.Attention layer) {
    return layer.heads() * (layer.keyLength() + layer.valueLength());
  }

  /// Of these two it makes the output before the input, so that there is nothing yet to share.
  ///
  /// Source: llama.cpp's `models/gemma4.cpp` and `gemma3n.cpp`; measured on Gemma 4.
  @Override
  public int vocabularyCopies(ModelShape shape, boolean tied, Hardware hardware) {
    boolean outputFirst =
        shape.architecture().equals("gemma4") || shape.architecture().equals("gemma3n");
    return tied && outputFirst ? 2 : Engine.super.vocabularyCopies(shape, tied, hardware);
  }

  @Override
  public Part compute(
      ModelShape shape, Geometry geometry, LoadOptions options, int batch, Hardware hardware) {
    var graph =
        new LlamaServerGraph(
            shape,
            geometry,
            options,
            batch,
            Engine.padded(options.contextLength()),
            slidingCellsPerSlot(geometry, options, batch));
    long outputs = Tensor.F32 * geometry.vocabulary() * options.slots();
    return Engine.part(
        Part.Name.COMPUTE,
        graph.peakBytes() + outputs,
        isMeasured(shape.architecture())
            ? "fit.assume.compute.llamaServer"
            : "fit.assume.compute.plain",
        batch,
        shape.architecture());
  }

  @Override
  public Optional<Vision> vision(ModelShape shape) {
    return Vision.of(shape);
  }

  static boolean isMeasured(String architecture) {
    return MEASURED.contains(architecture);
  }

  /// It keeps one figure for the KV cache per device: of a model with sliding layers, which has two
  /// such caches, the one that llama-server logs last. States are counted beside it. Both measured
  /// on 0.32.15.
  @Override
  public boolean serverCountsAll(Geometry geometry, LoadOptions options) {
    return !geometry.hasSliding();
  }

  @Override
  public Part reserve(Hardware hardware) {
    return Engine.part(Part.Name.RESERVE, GIB, "fit.assume.reserve.llamaServer");
  }

  @Override
  public Part promptCache() {
    return Engine.part(Part.Name.PROMPT_CACHE, 8 * GIB, "fit.assume.promptCache");
  }

  @Override
  public boolean refusesTooLarge() {
    return false;
  }
}
