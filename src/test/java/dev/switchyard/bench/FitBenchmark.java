package dev.switchyard.bench;

import dev.switchyard.adapter.ollama.VerboseAnswer;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.fit.Correction;
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

/// What the editor shows at a move of the context slider, for a model of a hundred layers that does
/// not fit everywhere, each move by itself; and the reading of the largest answer that a model's
/// shape comes from, in a JVM with 64 MB of heap.
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = "-Xmx64m")
public class FitBenchmark {
  private static final long GIB = 1L << 30;
  private static final int LAYERS = 100;
  private static final int STEP = 8192;

  private final ModelShape shape = shape();
  private final Lessons lessons = learned();
  private FitEstimator estimator = estimator(Correction.NONE);
  private FitEstimator corrected = estimator(lessons);
  private int context = 4096;

  /// Nothing is taken from an earlier move to the same place: the memory is another one each time
  /// that the slider has gone its whole way.
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public FitReport hundredLayers() {
    move();
    return shown(estimator, context);
  }

  /// With a load of the same model to learn from.
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public FitReport hundredLayersCorrected() {
    move();
    return shown(corrected, context);
  }

  /// The first picture for a memory: with the ends of the slider's parts looked for.
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public FitReport hundredLayersAnew() {
    return shown(estimator(Correction.NONE), 65_536);
  }

  private void move() {
    context += STEP;
    if (context > 262_144) {
      context = 4096;
      estimator = estimator(Correction.NONE);
      corrected = estimator(lessons);
    }
  }

  private FitReport shown(FitEstimator by, int tokens) {
    var report = by.estimate(shape, LoadOptions.of(tokens)).toOptional().orElseThrow();
    report.verdicts();
    report.reach();
    report.alternatives();
    return report;
  }

  private static FitEstimator estimator(Correction correction) {
    return new FitEstimator(Version.of(0, 32, 15), Hardware.of(128 * GIB, 70 * GIB), correction);
  }

  private Lessons learned() {
    var taught = new Lessons(new MemoryLessons(), new MemoryLessons.Silence());
    var options = LoadOptions.of(65_536);
    var report = estimator(Correction.NONE).estimate(shape, options).toOptional().orElseThrow();
    var prediction = new Prediction(report.engine(), shape, options, true, report.need());
    long actual = report.need().totalBytes() + GIB;
    try {
      taught.learn(Lesson.of(prediction, "bench", actual, Instant.EPOCH));
    } catch (PortException e) {
      throw new IllegalStateException(e);
    }
    return taught;
  }

  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
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
