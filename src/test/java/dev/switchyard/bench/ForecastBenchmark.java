package dev.switchyard.bench;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.fit.FitEstimator;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.Hardware;
import dev.switchyard.domain.fit.LoadOptions;
import dev.switchyard.domain.fit.ModelShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What one move of the context slider computes for a model of a hundred layers: the forecast with
/// the verdict at every stop, and the same with a small batch.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ForecastBenchmark {
  private static final int LAYERS = 100;
  private static final long GIB = 1L << 30;

  private static final List<String> WEIGHTS =
      List.of(
          "attn_norm",
          "attn_q",
          "attn_k",
          "attn_v",
          "attn_output",
          "ffn_norm",
          "ffn_gate",
          "ffn_up",
          "ffn_down");

  private ModelShape shape;
  private FitEstimator estimator;
  private int moves;

  @Setup
  public void makeModel() {
    var values = new HashMap<String, Object>();
    values.put("general.architecture", "llama");
    values.put("llama.block_count", (long) LAYERS);
    values.put("llama.context_length", 262_144L);
    values.put("llama.embedding_length", 8192L);
    values.put("llama.feed_forward_length", 28_672L);
    values.put("llama.attention.head_count", 64L);
    values.put("llama.attention.head_count_kv", 8L);
    var tensors = new ArrayList<ModelShape.Tensor>();
    tensors.add(new ModelShape.Tensor("token_embd.weight", "Q4_K", List.of(8192L, 128_256L)));
    for (int layer = 0; layer < LAYERS; layer++) {
      for (var weight : WEIGHTS) {
        tensors.add(
            new ModelShape.Tensor(
                "blk.%d.%s.weight".formatted(layer, weight), "Q4_K", List.of(8192L, 8192L)));
      }
    }
    shape = new ModelShape("llama", values, tensors, 60 * GIB);
    estimator = new FitEstimator(Version.of(0, 32, 15), Hardware.of(128 * GIB, 48 * GIB));
  }

  @Benchmark
  public List<Known<FitReport>> oneMove() {
    var options = LoadOptions.of(4096 + 1024 * (moves++ % 250));
    return List.of(
        estimator.estimate(shape, options),
        estimator.estimate(shape, options.withBatch(Optional.of(512))));
  }
}
