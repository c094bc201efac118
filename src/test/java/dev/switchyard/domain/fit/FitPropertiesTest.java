package dev.switchyard.domain.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.endpoint.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What holds for every model, whatever its geometry.
class FitPropertiesTest {
  private static final long SEED = 20_260_601;
  private static final long GIB = 1L << 30;
  private static final int NEEDED = 65_536;
  private static final List<Version> ENGINES = List.of(Version.of(0, 25, 0), Version.of(0, 32, 15));
  private static final List<String> ARCHITECTURES =
      List.of("llama", "qwen2", "qwen3", "qwen3moe", "gemma3", "gemma4", "gpt-oss", "newcomer");

  @Test
  void moreContextMoreRequestsAndWiderCachesNeverTakeLess() {
    var random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      var shape = shape(random);
      var version = ENGINES.get(i % 2);
      int context = 256 * (1 + random.nextInt(300));
      int slots = 1 + random.nextInt(3);
      var options =
          new LoadOptions(context, slots, KvType.Q4_0, Optional.of(64 << random.nextInt(5)));
      var described = "seed %d, case %d: %s %s".formatted(SEED, i, shape.architecture(), options);
      long bytes = bytes(version, shape, options);
      assertThat(bytes(version, shape, options.withContextLength(context + 256 * 7)))
          .as(described)
          .isGreaterThanOrEqualTo(bytes);
      assertThat(bytes(version, shape, options.with(KvType.Q4_0, slots + 1)))
          .as(described)
          .isGreaterThanOrEqualTo(bytes);
      // A quantized cache brings rotations along: less than a MiB of working memory.
      long q8 = cache(version, shape, options.with(KvType.Q8_0, slots));
      assertThat(q8).as(described).isGreaterThan(cache(version, shape, options));
      assertThat(cache(version, shape, options.with(KvType.F16, slots)))
          .as(described)
          .isGreaterThan(q8);
    }
  }

  /// Values may be missing or 0: whatever a file says, the answer is a number and no failure.
  @Test
  void aDamagedShapeHasAnAnswerToo() {
    var random = new Random(SEED);
    for (var row : MeasuredLoads.of("0.32.15").rows()) {
      var whole = row.shape();
      var values = new HashMap<>(whole.values());
      values.keySet().removeIf(key -> !key.endsWith("block_count") && random.nextInt(10) == 0);
      values.replaceAll((key, value) ->
          value instanceof Long && !key.endsWith("block_count") && random.nextInt(12) == 0
              ? 0L
              : value);
      List<ModelShape.Tensor> tensors = random.nextBoolean() ? whole.tensors() : List.of();
      var damaged = new ModelShape(whole.architecture(), values, tensors, whole.fileBytes());
      for (var version : ENGINES) {
        var answer =
            new FitEstimator(version, Hardware.of(64 * GIB, 0)).estimate(damaged, row.options());
        assertThat(answer.map(report -> report.need().totalBytes()).toOptional().orElse(0L))
            .as("seed %d: %s on %s: %s", SEED, row.model(), version, values)
            .isNotNegative();
      }
    }
  }

  @Test
  void theRecommendedContextFitsAndIsEnough() {
    var random = new Random(SEED);
    for (int i = 0; i < 60; i++) {
      var shape = shape(random);
      var hardware = Hardware.of((1 + random.nextInt(40)) * GIB, random.nextInt(3) * (4 * GIB));
      var estimator = new FitEstimator(ENGINES.get(i % 2), hardware);
      var asked = LoadOptions.of(4096);
      var report = estimator.estimate(shape, asked).toOptional().orElseThrow();
      if (report.recommendedContext(NEEDED) instanceof Known.Value<Integer>(var tokens)) {
        var then =
            estimator.estimate(shape, asked.withContextLength(tokens)).toOptional().orElseThrow();
        assertThat(then.fits()).as("seed %d, case %d", SEED, i).isTrue();
        assertThat(tokens).isGreaterThanOrEqualTo(NEEDED);
      }
    }
  }

  /// Also where the server's own choice of the batch makes a longer context take less.
  @Test
  void theLongestContextFitsAndTheNextDoesNot() {
    var random = new Random(SEED);
    for (int i = 0; i < 60; i++) {
      var shape = shape(random);
      var hardware = Hardware.of(GIB + random.nextLong(4 * GIB), random.nextLong(4 * GIB));
      var options = LoadOptions.of(4096).with(KvType.Q8_0, 1 + random.nextInt(4));
      var estimator = new FitEstimator(ENGINES.get(i % 2), hardware);
      var reach = estimator.estimate(shape, options).toOptional().orElseThrow().reach();
      int longest = reach.whole().toOptional().orElse(0);
      var described =
          "seed %d, case %d: %s %s %s".formatted(SEED, i, shape.architecture(), options, reach);
      if (longest > 0) {
        assertThat(fits(estimator, shape, options.withContextLength(longest)))
            .as(described)
            .isTrue();
      }
      if (longest < 131_072) {
        assertThat(fits(estimator, shape, options.withContextLength(longest + 1)))
            .as(described)
            .isFalse();
      }
      assertThat(reach.inMemory().toOptional().orElse(0))
          .as(described)
          .isBetween(longest, reach.loadable().toOptional().orElse(0));
    }
  }

  private static boolean fits(FitEstimator estimator, ModelShape shape, LoadOptions options) {
    return estimator.estimate(shape, options).toOptional().orElseThrow().fits();
  }

  private static ModelShape shape(Random random) {
    var architecture = ARCHITECTURES.get(random.nextInt(ARCHITECTURES.size()));
    int layers = 1 + random.nextInt(12);
    long heads = 1L << random.nextInt(5);
    var values = new HashMap<String, Object>();
    put(values, architecture, "block_count", (long) layers);
    put(values, architecture, "context_length", 131_072L);
    put(values, architecture, "embedding_length", 64L * (1 + random.nextInt(40)));
    put(values, architecture, "feed_forward_length", 64L * (1 + random.nextInt(80)));
    put(values, architecture, "attention.head_count", heads);
    put(values, architecture, "attention.head_count_kv", Math.max(1, heads / 2));
    put(values, architecture, "attention.key_length", 32L << random.nextInt(4));
    put(values, architecture, "attention.value_length", 32L << random.nextInt(4));
    put(values, architecture, "vocab_size", 1000L + random.nextInt(200_000));
    if (random.nextBoolean()) {
      put(values, architecture, "attention.sliding_window", 256L << random.nextInt(4));
      put(
          values,
          architecture,
          "attention.sliding_window_pattern",
          IntStream.range(0, layers).mapToObj(layer -> (Object) (layer % 6 != 5)).toList());
    }
    if (random.nextInt(3) == 0) {
      put(values, architecture, "expert_count", 16L);
      put(values, architecture, "expert_used_count", 1L + random.nextInt(8));
      put(values, architecture, "expert_feed_forward_length", 64L * (1 + random.nextInt(20)));
    }
    return new ModelShape(architecture, values, List.of(), GIB);
  }

  private static void put(
      Map<String, Object> values, String architecture, String name, Object value) {
    values.put(architecture + "." + name, value);
  }

  private static long bytes(Version version, ModelShape shape, LoadOptions options) {
    return need(version, shape, options).totalBytes();
  }

  private static long cache(Version version, ModelShape shape, LoadOptions options) {
    return need(version, shape, options).bytes(Part.Name.KV);
  }

  private static MemoryNeed need(Version version, ModelShape shape, LoadOptions options) {
    return new FitEstimator(version, Hardware.of(64 * GIB, 0))
        .estimate(shape, options)
        .toOptional()
        .orElseThrow()
        .need();
  }
}
