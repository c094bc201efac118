package dev.switchyard.domain.benchmark;

import static dev.switchyard.domain.benchmark.Measured.samples;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.benchmark.FigureKey.Way;
import dev.switchyard.domain.benchmark.Stage.Kind;
import dev.switchyard.domain.model.ModelName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Instant START = Measured.AT;

  @Test
  void theFirstTimeOnlyWhatWasSeenIsCountedAndThatItIsNotAllIsSaid() {
    var schedule = new Schedule(request(2, false), Optional.empty());

    var load = begin(schedule, Kind.LOAD, 0);
    assertThat(load.left()).isEqualTo(new TimeLeft(Duration.ZERO, false));
    begin(schedule, Kind.WARM_UP, 10);
    begin(schedule, Kind.PREFILL_2K, 11);
    begin(schedule, Kind.PREFILL_16K, 12);
    begin(schedule, Kind.PREFIX_CACHE, 20);
    // 1 s, 8 s and 1 s once more are known, the task is not.
    assertThat(begin(schedule, Kind.PREFILL_2K, 21).left())
        .isEqualTo(new TimeLeft(Duration.ofSeconds(10), false));

    begin(schedule, Kind.PREFILL_16K, 22);
    begin(schedule, Kind.PREFIX_CACHE, 30);
    schedule.begin(Stage.of(Way.DIRECT, Task.EXPLAIN), START.plusSeconds(31), Map.of());
    assertThat(
            schedule
                .begin(Stage.of(Way.DIRECT, Task.EXPLAIN), START.plusSeconds(35), Map.of())
                .left())
        .isEqualTo(new TimeLeft(Duration.ofSeconds(4), true));
  }

  @Test
  void theLastBenchmarkTellsHowLongItTakesUntilThisOneDoes() {
    var earlier =
        Measured.with(
            "0.33.0",
            Map.of(
                FigureKey.of(Measure.LOAD),
                samples(8.0),
                FigureKey.of(Measure.PREFILL_2K),
                samples(1024.0),
                FigureKey.of(Measure.PREFILL_16K),
                samples(1024.0),
                FigureKey.of(Measure.PREFIX_CACHE),
                samples(75.0),
                Measured.WALL,
                samples(5.0)));
    var schedule = new Schedule(request(1, false), Optional.of(earlier));

    begin(schedule, Kind.LOAD, 0);
    begin(schedule, Kind.WARM_UP, 3);
    // 2 s, 16 s, a quarter of that, and the task.
    assertThat(begin(schedule, Kind.PREFILL_2K, 4).left())
        .isEqualTo(new TimeLeft(Duration.ofSeconds(2 + 16 + 4 + 5), true));
  }

  @Test
  void whatIsPassedOverCountsAsDone() {
    var schedule = new Schedule(request(3, true), Optional.empty());
    for (int i = 0; i < 3; i++) {
      var loading = begin(schedule, Kind.LOAD, i);
      assertThat(loading.number()).isEqualTo(i + 1);
      assertThat(loading.of()).isEqualTo(3 + 1 + 9 + 3);
      assertThat(loading.text())
          .isEqualTo(Message.of("bench.step.run", Message.of("bench.step.load"), i + 1, 3));
    }
    var task = schedule.begin(Stage.of(Way.DIRECT, Task.EXPLAIN), START, Map.of());
    assertThat(task.number()).isEqualTo(3 + 1 + 9 + 1);
  }

  private static BenchmarkStep begin(Schedule schedule, Kind kind, long second) {
    return schedule.begin(Stage.of(kind), START.plusSeconds(second), Map.of());
  }

  private static BenchmarkRequest request(int repeats, boolean reload) {
    return new BenchmarkRequest(
        ModelName.of("gemma4-claude"),
        List.of(Task.EXPLAIN),
        repeats,
        false,
        reload,
        Duration.ofMinutes(1));
  }
}
