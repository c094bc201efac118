package dev.switchyard.bench;

import dev.switchyard.adapter.ollama.VerboseAnswer;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.fit.FitEstimator;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.Hardware;
import dev.switchyard.domain.fit.LoadOptions;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.fit.Prediction;
import dev.switchyard.domain.truth.Lesson;
import dev.switchyard.domain.truth.Lessons;
import dev.switchyard.domain.truth.MemoryLessons;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What the context slider asks for while it is dragged, for a model of a hundred layers, and the
/// reading of the largest answer that a model's shape comes from, in a JVM with 64 MB of heap.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = "-Xmx64m")
public class FitBenchmark {
  private static final long GIB = 1L << 30;
  private static final int LAYERS = 100;

  private final ModelShape shape = shape();
  private final FitEstimator estimator =
      new FitEstimator(Version.of(0, 32, 15), Hardware.of(128 * GIB, 48 * GIB));
  private final FitEstimator corrected =
      new FitEstimator(Version.of(0, 32, 15), Hardware.of(128 * GIB, 48 * GIB), learned());
  private int context = 4096;

  @Benchmark
  public Known<FitReport> hundredLayers() {
    return estimator.estimate(shape, nextStop());
  }

  /// With a load of the same model to learn from.
  @Benchmark
  public Known<FitReport> hundredLayersCorrected() {
    return corrected.estimate(shape, nextStop());
  }

  private LoadOptions nextStop() {
    context = context == 262_144 ? 4096 : context + 256;
    return LoadOptions.of(context);
  }

  private Lessons learned() {
    var lessons = new Lessons(new MemoryLessons(), new MemoryLessons.Silence());
    var options = LoadOptions.of(65_536);
    var report = estimator.estimate(shape, options).toOptional().orElseThrow();
    var prediction = new Prediction(report.engine(), shape, options, true, report.need());
    long actual = report.need().totalBytes() + GIB;
    try {
      lessons.learn(Lesson.of(prediction, "bench", actual, Instant.EPOCH));
    } catch (PortException e) {
      throw new IllegalStateException(e);
    }
    return lessons;
  }

  @Benchmark
  public int sixtyMegabytesOfAnswer() {
    return VerboseAnswer.read(VerboseAnswer.of(60L << 20));
  }

  private static ModelShape shape() {
    var values = new HashMap<String, Object>();
    values.put("gemma4.block_count", (long) LAYERS);
    values.put("gemma4.context_length", 262_144L);
    values.put("gemma4.embedding_length", 5376L);
    values.put("gemma4.feed_forward_length", 21_504L);
    values.put("gemma4.attention.head_count", 32L);
    values.put("gemma4.attention.head_count_kv", 8L);
    values.put("gemma4.attention.key_length", 512L);
    values.put("gemma4.attention.value_length", 512L);
    values.put("gemma4.attention.sliding_window", 1024L);
    values.put("gemma4.vocab_size", 262_144L);
    var pattern = new ArrayList<Object>();
    var tensors = new ArrayList<ModelShape.Tensor>();
    for (int i = 0; i < LAYERS; i++) {
      pattern.add(i % 6 != 5);
      for (var name :
          List.of(
              "attn_q",
              "attn_k",
              "attn_v",
              "attn_output",
              "attn_q_norm",
              "attn_k_norm",
              "post_attention_norm",
              "post_ffw_norm",
              "ffn_gate",
              "ffn_up",
              "ffn_down")) {
        tensors.add(
            new ModelShape.Tensor(
                "blk." + i + "." + name + ".weight", "Q4_K", List.of(5376L, 5376L)));
      }
    }
    values.put("gemma4.attention.sliding_window_pattern", pattern);
    return new ModelShape("gemma4", values, tensors, 60 * GIB);
  }
}
