package dev.switchyard.domain.fit;

import java.util.OptionalLong;

/// Ollama since 0.30: every model runs in llama-server.
///
/// Measured on 0.32.15 (CPU): the KV cache is exact; the working memory is the attention masks, two
/// bytes per token of the batch and cell, plus 32-bit numbers per token of the batch: five times
/// the width, and either three times the feed-forward width or twice the queries, whichever is
/// more. The vocabulary does not enter.
final class LlamaServerEngine implements Engine {
  private static final long GIB = 1L << 30;
  private static final long MIB = 1L << 20;
  private static final int SMALL = 512;
  private static final int MIDDLE = 1024;
  private static final int LARGE = 2048;
  private static final long MIDDLE_SURCHARGE = 768 * MIB;
  private static final long LARGE_SURCHARGE = 2 * GIB;
  private static final long BOOKKEEPING = 15;
  private static final long SMALL_ROTATION = 64;

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
        + 2.0 * geometry.blockCount() * kvHeads * headLength * options.allTokens() * 2;
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

  @Override
  public Part compute(
      ModelShape shape, Geometry geometry, LoadOptions options, int batch, Hardware hardware) {
    long cells =
        Engine.padded(options.contextLength())
            + (geometry.hasSliding() ? slidingCellsPerSlot(geometry, options, batch) : 0);
    long masks = 2L * batch * cells;
    long numbers =
        5 * geometry.width()
            + Math.max(3 * geometry.feedForwardWidth(), 2 * geometry.queryWidth())
            + BOOKKEEPING;
    long outputs = 4L * geometry.vocabulary() * options.slots();
    return Engine.part(
        Part.Name.COMPUTE,
        masks + 4L * batch * numbers + outputs + rotations(geometry, options),
        "fit.assume.compute.llamaServer",
        batch);
  }

  /// Quantized caches are rotated by matrices of 32-bit numbers, two for each of the two kinds of
  /// cache.
  private static long rotations(Geometry geometry, LoadOptions options) {
    if (!options.kvType().isQuantized()) {
      return 0;
    }
    long bytes = 0;
    for (boolean sliding : new boolean[] {false, true}) {
      long longest = geometry.longestKey(sliding);
      bytes += longest == 0 ? 0 : 4 * (longest * longest + SMALL_ROTATION * SMALL_ROTATION);
    }
    return bytes;
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
