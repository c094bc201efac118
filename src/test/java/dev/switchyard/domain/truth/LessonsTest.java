package dev.switchyard.domain.truth;

import static dev.switchyard.domain.truth.MeasuredLessons.NOW;
import static dev.switchyard.domain.truth.MeasuredLessons.ROWS;
import static dev.switchyard.domain.truth.MeasuredLessons.learned;
import static dev.switchyard.domain.truth.MeasuredLessons.lesson;
import static dev.switchyard.domain.truth.MeasuredLessons.need;
import static dev.switchyard.domain.truth.MeasuredLessons.prediction;
import static dev.switchyard.domain.truth.MeasuredLessons.sameLoad;
import static dev.switchyard.domain.truth.MeasuredLessons.total;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.fit.KvType;
import dev.switchyard.domain.fit.LoadOptions;
import dev.switchyard.domain.fit.MeasuredLoads.Row;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.fit.Part;
import dev.switchyard.domain.fit.Prediction;
import dev.switchyard.domain.log.EventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class LessonsTest {
  private static final long MIB = 1 << 20;
  private static final EventLog NO_LOG = new MemoryLessons.Silence();

  private final MemoryLessons store = new MemoryLessons();

  @Test
  void afterOneLoadEveryOtherContextOfItIsWithinOnePerCentOrEightMebibytes() throws Exception {
    var softly = new SoftAssertions();
    for (var seen : ROWS) {
      var lessons = learned(List.of(seen));
      for (var row : ROWS) {
        if (sameLoad(seen, row)) {
          softly
              .assertThat(Math.abs(row.truthBytes() - total(lessons, row)))
              .as("%s after %s", row, seen)
              .isLessThanOrEqualTo(Math.max(row.truthBytes() / 100, 8 * MIB));
        }
      }
    }
    softly.assertAll();
  }

  @Test
  void theSameLoadIsExactAfterwardsAndSaysWhatItWasCorrectedBy() throws Exception {
    for (var seen : ROWS) {
      var need = need(learned(List.of(seen)), seen);
      assertThat(need.totalBytes()).as(seen.toString()).isEqualTo(seen.truthBytes());
      assertThat(need.parts().getLast().name()).isEqualTo(Part.Name.LEARNED);
      assertThat(need.parts().getLast().assumption().arguments()).contains(seen.model());
    }
  }

  /// What one model taught makes none of the others worse: all rows, each predicted after loads of
  /// every other model.
  @Test
  void noModelIsMadeWorseByTheLoadsOfOthers() throws Exception {
    var plain = new ArrayList<Long>();
    var corrected = new ArrayList<Long>();
    for (var row : ROWS) {
      var others = ROWS.stream().filter(other -> !other.model().equals(row.model())).toList();
      plain.add(Math.abs(row.truthBytes() - prediction(row).need().totalBytes()));
      corrected.add(Math.abs(row.truthBytes() - total(learned(others), row)));
    }
    assertThat(median(corrected)).isLessThanOrEqualTo(median(plain));
    assertThat(corrected.stream().max(Long::compare)).isEqualTo(plain.stream().max(Long::compare));
  }

  @Test
  void aRuleThatIsWrongForAnArchitectureIsCorrectedForItsOtherModelsToo() throws Exception {
    var seen = row("gemma4-26b-geometry", 65_536);
    var other = row("gemma4-e4b-geometry", 131_072);
    // As if half of what grows with the context were not there at all.
    var lessons = new Lessons(store, NO_LOG);
    lessons.learn(lesson(seen, seen.truthBytes() - growing(seen) / 2));
    long wanted = other.truthBytes() - growing(other) / 2;
    long plain = other.truthBytes();
    assertThat(Math.abs(total(lessons, other) - wanted)).isLessThan(Math.abs(plain - wanted) / 5);
  }

  @Test
  void modelsThatDisagreeSayNothingOfAThird() throws Exception {
    var lessons = new Lessons(store, NO_LOG);
    var seen = row("gemma4-26b-geometry", 65_536);
    lessons.learn(lesson(seen, seen.truthBytes() * 2));
    var other = lesson(seen, seen.truthBytes() / 2);
    lessons.learn(
        new Lesson(
            other.subject(),
            "another",
            "another",
            other.contextLength(),
            other.predictedBytes(),
            other.growingBytes(),
            other.actualBytes(),
            NOW));
    assertThat(need(lessons, row("gemma4-e4b-geometry", 65_536)).bytes(Part.Name.LEARNED)).isZero();
  }

  /// A server's own buffers of hundreds of MiB are not a model's growth.
  @Test
  void aSmallModelSaysNothingOfOthers() throws Exception {
    var small = row("llama-a", 4096);
    var lessons = new Lessons(store, NO_LOG);
    lessons.learn(lesson(small, small.truthBytes() + 200 * MIB));
    var prediction = prediction(row("llama-a", 65_536));
    var other =
        new Prediction(
            prediction.engine(),
            new ModelShape("llama", prediction.shape().values(), List.of(), 1L << 30),
            prediction.options(),
            false,
            prediction.need());
    assertThat(lessons.of(other)).isEmpty();
    assertThat(lessons.of(prediction)).isPresent();
  }

  @Test
  void anotherEngineLineCacheTypeSlotsBatchOrPlaceIsNotCorrected() throws Exception {
    var row = row("llama-a", 65_536);
    var lessons = new Lessons(store, NO_LOG);
    lessons.learn(lesson(row, row.truthBytes() + 100 * MIB));
    var prediction = prediction(row);
    assertThat(lessons.of(prediction)).isPresent();
    var options = row.options();
    for (var other :
        List.of(
            new Prediction(Version.of(0, 33, 0), row.shape(), options, false, prediction.need()),
            new Prediction(row.server(), row.shape(), options, true, prediction.need()),
            new Prediction(
                row.server(),
                row.shape(),
                options.with(options.kvType(), 2),
                false,
                prediction.need()),
            new Prediction(
                row.server(), row.shape(), options.with(KvType.Q8_0, 1), false, prediction.need()),
            new Prediction(
                row.server(),
                row.shape(),
                options.withBatch(Optional.of(512)),
                false,
                prediction.need()))) {
      assertThat(lessons.of(other)).as(other.options() + " " + other.engine()).isEmpty();
    }
  }

  /// Whatever was seen: more context never takes less, the weights are always counted, and the
  /// context that is recommended fits by its own verdict.
  @Test
  void correctedPredictionsKeepTheirProperties() throws Exception {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int round = 0; round < 10; round++) {
      var row = ROWS.get(random.nextInt(ROWS.size()));
      var lessons = new Lessons(new MemoryLessons(), NO_LOG);
      // One server's error is of one kind, whatever the context.
      double factor = 0.5 + random.nextDouble() * 1.5;
      for (var other : ROWS) {
        if (sameLoad(row, other) && random.nextBoolean()) {
          long grown = (long) (growing(other) * (factor - 1));
          lessons.learn(lesson(other, other.truthBytes() + grown));
        }
      }
      long before = 0;
      for (int context = 2048; context <= 131_072; context += 4096) {
        var need = need(lessons, row.server(), row.shape(), row.options(), context);
        assertThat(need.totalBytes())
            .as("%s %d seed %d", row, context, seed)
            .isGreaterThanOrEqualTo(before);
        assertThat(need.totalBytes()).isGreaterThanOrEqualTo(need.bytes(Part.Name.WEIGHTS));
        before = need.totalBytes();
      }
    }
  }

  @Test
  void theNewestLoadsAreKeptAndALaterOneReplacesItsEarlierSelf() throws Exception {
    var lessons = new Lessons(store, NO_LOG);
    var row = row("llama-a", 4096);
    lessons.learn(lesson(row, row.truthBytes()));
    lessons.learn(lesson(row, row.truthBytes() + MIB));
    assertThat(lessons.all()).hasSize(1);
    for (int i = 0; i < Lessons.MOST + 5; i++) {
      var one = lesson(row, row.truthBytes());
      lessons.learn(
          new Lesson(one.subject(), "w" + i, "m" + i, 4096, 100, 50, 110, NOW.plusSeconds(i)));
    }
    assertThat(lessons.all()).hasSize(Lessons.MOST);
    assertThat(lessons.all().getLast().model()).isEqualTo("m" + (Lessons.MOST + 4));
    lessons.forget();
    assertThat(new Lessons(store, NO_LOG).all()).isEmpty();
  }

  private static long growing(Row row) {
    return Lesson.growing(prediction(row).need());
  }

  private static Row row(String model, int context) {
    return ROWS.stream()
        .filter(row ->
            row.server().minor() == 32
                && row.model().equals(model)
                && row.options().contextLength() == context
                && row.options().equals(LoadOptions.of(context)))
        .findFirst()
        .orElseThrow();
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
