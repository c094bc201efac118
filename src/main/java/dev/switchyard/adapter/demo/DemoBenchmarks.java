package dev.switchyard.adapter.demo;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.benchmark.BenchmarkResult;
import dev.switchyard.domain.benchmark.BenchmarkResult.Subject;
import dev.switchyard.domain.benchmark.BenchmarkStore;
import dev.switchyard.domain.benchmark.FigureKey;
import dev.switchyard.domain.benchmark.FigureKey.Way;
import dev.switchyard.domain.benchmark.MachineLoad;
import dev.switchyard.domain.benchmark.Measure;
import dev.switchyard.domain.benchmark.Samples;
import dev.switchyard.domain.benchmark.Task;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// What the demonstration's machine measured in the weeks before, and what is measured while it is
/// shown.
public final class DemoBenchmarks implements BenchmarkStore {
  private static final int PROCESSORS = 16;
  private static final int RUNS = 3;
  private static final int CONTEXT = 65_536;

  /// How far runs lie apart, as a part of their figure.
  private static final double NOISE = 0.015;

  private static final String EARLIER_DIGEST =
      "51c4f3a07b8d2e96a1f0c35d7e88b24690dd1c7fe3a2b5490c6e8f7d1a2b3c4d";

  /// Seconds that Claude Code takes until its prompt is on its way.
  private static final double CLAUDE_START = 2.1;

  /// One benchmark of the past.
  ///
  /// @param prefill16k tokens a second; with the last update they become fewer
  /// @param generation tokens a second
  private record Past(
      int daysAgo,
      int contextTokens,
      String server,
      String claude,
      double prefill16k,
      double generation) {}

  private static final List<Past> PAST =
      List.of(
          new Past(58, 32_768, "0.31.2", "2.1.298", 2_080, 104),
          new Past(51, CONTEXT, "0.31.2", "2.1.298", 2_060, 101),
          new Past(44, CONTEXT, "0.31.2", "2.1.306", 2_065, 102),
          new Past(36, CONTEXT, "0.32.15", "2.1.306", 2_390, 110),
          new Past(29, CONTEXT, "0.32.15", "2.1.312", 2_402, 111),
          new Past(22, CONTEXT, "0.32.15", "2.1.312", 2_395, 110),
          new Past(15, CONTEXT, "0.32.15", "2.1.321", 2_410, 111),
          new Past(8, CONTEXT, "0.33.0", "2.1.321", 1_985, 112),
          new Past(2, CONTEXT, "0.33.0", "2.1.330", 1_972, 112));

  /// How each task goes.
  ///
  /// @param firstToken seconds
  /// @param answer tokens
  private record Course(double firstToken, int answer) {}

  private static final Map<Task, Course> COURSES =
      Map.of(
          Task.EXPLAIN, new Course(0.94, 212),
          Task.UNIT_TEST, new Course(0.62, 274),
          Task.GENERATE, new Course(0.31, 418),
          Task.REFACTOR, new Course(1.08, 742));

  private final BenchmarkStore file;
  private final Clock clock;
  private boolean begun;

  /// @param file where they are kept as long as the demonstration goes on
  public DemoBenchmarks(BenchmarkStore file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  @Override
  public synchronized List<BenchmarkResult> load() throws PortException {
    var kept = file.load();
    if (begun || !kept.isEmpty()) {
      return kept;
    }
    begun = true;
    file.save(before(clock.instant()));
    return file.load();
  }

  @Override
  public synchronized void save(List<BenchmarkResult> results) throws PortException {
    begun = true;
    file.save(results);
  }

  /// What had been measured at a time. The same each time it is asked for.
  public static List<BenchmarkResult> before(Instant now) {
    var digest = DemoModels.installed(now).getFirst().digest();
    var results = new ArrayList<BenchmarkResult>();
    for (var past : PAST) {
      results.add(result(past, now, past.contextTokens() == CONTEXT ? digest : EARLIER_DIGEST));
    }
    return results;
  }

  private static BenchmarkResult result(Past past, Instant now, String digest) {
    var noise = new Random(past.daysAgo());
    var figures = new LinkedHashMap<FigureKey, Known<Samples>>();
    figures.put(FigureKey.of(Measure.LOAD), Known.of(new Samples(List.of(7.2))));
    put(figures, noise, FigureKey.of(Measure.PREFILL_2K), 2_640);
    put(figures, noise, FigureKey.of(Measure.PREFILL_16K), past.prefill16k());
    put(figures, noise, FigureKey.of(Measure.PREFIX_CACHE), 96);
    for (var task : Task.values()) {
      direct(figures, noise, task, past.generation());
    }
    for (var task : Task.values()) {
      claude(figures, noise, task, past.generation());
    }
    var subject =
        new Subject(
            "gemma4-claude",
            digest,
            Optional.of(past.contextTokens()),
            past.server(),
            Optional.of(past.claude()));
    var load = new MachineLoad(Known.of(calm()), PROCESSORS, List.of());
    return new BenchmarkResult(
        now.minus(Duration.ofDays(past.daysAgo())), subject, RUNS, load, figures);
  }

  private static void direct(
      Map<FigureKey, Known<Samples>> figures, Random noise, Task task, double speed) {
    var course = course(task);
    put(figures, noise, FigureKey.of(Way.DIRECT, task, Measure.FIRST_TOKEN), course.firstToken());
    put(figures, noise, FigureKey.of(Way.DIRECT, task, Measure.GENERATION), speed);
    var wall = course.firstToken() + course.answer() / speed;
    put(figures, noise, FigureKey.of(Way.DIRECT, task, Measure.WALL), wall);
    var answer = Known.of(new Samples(Collections.nCopies(RUNS, (double) course.answer())));
    figures.put(FigureKey.of(Way.DIRECT, task, Measure.ANSWER), answer);
  }

  private static void claude(
      Map<FigureKey, Known<Samples>> figures, Random noise, Task task, double speed) {
    var course = course(task);
    double first = course.firstToken() + CLAUDE_START;
    put(figures, noise, FigureKey.of(Way.CLAUDE, task, Measure.FIRST_TOKEN), first);
    double wall = first + course.answer() / speed;
    put(figures, noise, FigureKey.of(Way.CLAUDE, task, Measure.WALL), wall);
  }

  private static Course course(Task task) {
    return COURSES.getOrDefault(task, new Course(1, 1));
  }

  private static void put(
      Map<FigureKey, Known<Samples>> figures, Random noise, FigureKey key, double usual) {
    var values = new ArrayList<Double>();
    for (int run = 0; run < RUNS; run++) {
      values.add(usual * (1 + NOISE * Math.clamp(noise.nextGaussian(), -2, 2)));
    }
    figures.put(key, Known.of(new Samples(values)));
  }

  /// How many processors the demonstration's machine has.
  public static int processors() {
    return PROCESSORS;
  }

  /// How many programs want to compute on it: hardly any.
  public static double calm() {
    return 0.6;
  }
}
