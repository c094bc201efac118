package dev.switchyard.domain.truth;

import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.fit.FitEstimator;
import dev.switchyard.domain.fit.Hardware;
import dev.switchyard.domain.fit.LoadOptions;
import dev.switchyard.domain.fit.MeasuredLoads;
import dev.switchyard.domain.fit.MeasuredLoads.Row;
import dev.switchyard.domain.fit.MemoryNeed;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.fit.Prediction;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;

/// The measured loads of both servers, and what each of them teaches.
final class MeasuredLessons {
  /// Without those that read images: the log does not tell the weights of what reads them.
  static final List<Row> ROWS =
      Stream.of("0.25", "0.32.15")
          .flatMap(v -> MeasuredLoads.of(v).rows().stream())
          .filter(row -> row.imagesMib().orElse(0) == 0)
          .toList();

  static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private static final Hardware CPU_ONLY = Hardware.of(64L << 30, 0);
  private static final IdentityHashMap<Row, Prediction> PREDICTIONS = new IdentityHashMap<>();

  private MeasuredLessons() {}

  /// Whether one is a load of the other's model with its cache type and slots.
  static boolean sameLoad(Row a, Row b) {
    return a.server().equals(b.server())
        && a.model().equals(b.model())
        && a.options().kvType() == b.options().kvType()
        && a.options().slots() == b.options().slots();
  }

  static Lessons learned(List<Row> rows) throws Exception {
    var lessons = new Lessons(new MemoryLessons(), new MemoryLessons.Silence());
    for (var row : rows) {
      lessons.learn(lesson(row, row.truthBytes()));
    }
    return lessons;
  }

  static Lesson lesson(Row row, long truth) {
    return Lesson.of(prediction(row), row.model(), truth, NOW);
  }

  /// Without any correction.
  static Prediction prediction(Row row) {
    return PREDICTIONS.computeIfAbsent(row, MeasuredLessons::predict);
  }

  private static Prediction predict(Row row) {
    var report =
        new FitEstimator(row.server(), CPU_ONLY)
            .estimate(row.shape(), row.options())
            .toOptional()
            .orElseThrow();
    return new Prediction(row.server(), row.shape(), report.options(), false, report.need());
  }

  static long total(Lessons lessons, Row row) {
    return need(lessons, row).totalBytes();
  }

  static MemoryNeed need(Lessons lessons, Row row) {
    return need(lessons, row.server(), row.shape(), row.options(), row.options().contextLength());
  }

  static MemoryNeed need(
      Lessons lessons, Version server, ModelShape shape, LoadOptions options, int context) {
    return new FitEstimator(server, CPU_ONLY, lessons)
        .estimate(shape, options.withContextLength(context))
        .toOptional()
        .orElseThrow()
        .need();
  }
}
