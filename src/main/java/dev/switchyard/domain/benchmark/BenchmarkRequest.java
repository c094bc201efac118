package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.benchmark.FigureKey.Way;
import dev.switchyard.domain.model.ModelName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What is to be measured.
///
/// @param model of the chosen server
/// @param tasks in the order in which they are run
/// @param repeats how many runs of each kind count, at least one
/// @param throughClaude whether Claude Code is asked too
/// @param reload whether a model that is in memory is loaded anew, each time that counts, which
///   ends what others ask of it; otherwise it is loaded once, where it was not in memory
/// @param limit how long one run may take
public record BenchmarkRequest(
    ModelName model,
    List<Task> tasks,
    int repeats,
    boolean throughClaude,
    boolean reload,
    Duration limit) {
  /// Long enough for Claude Code's first prompt on a processor without a GPU.
  public static final Duration USUAL_LIMIT = Duration.ofMinutes(10);

  public static final int USUAL_REPEATS = 3;
  public static final int MOST_REPEATS = 20;

  private static final List<Measure> WITHOUT_TASK =
      List.of(Measure.LOAD, Measure.PREFILL_2K, Measure.PREFILL_16K, Measure.PREFIX_CACHE);
  private static final List<Measure> OF_TASK =
      List.of(Measure.FIRST_TOKEN, Measure.GENERATION, Measure.WALL, Measure.ANSWER);
  private static final List<Measure> OF_CLAUDE = List.of(Measure.FIRST_TOKEN, Measure.WALL);

  public BenchmarkRequest {
    tasks = List.copyOf(tasks);
    if (repeats < 1 || repeats > MOST_REPEATS) {
      throw new IllegalArgumentException("repeats: " + repeats);
    }
  }

  /// All figures that it asks for.
  List<FigureKey> keys() {
    var keys = new ArrayList<FigureKey>();
    WITHOUT_TASK.forEach(measure -> keys.add(FigureKey.of(measure)));
    tasks.forEach(task -> keys.addAll(keys(Way.DIRECT, task)));
    if (throughClaude) {
      tasks.forEach(task -> keys.addAll(keys(Way.CLAUDE, task)));
    }
    return keys;
  }

  static List<FigureKey> keys(Way way, Task task) {
    return (way == Way.CLAUDE ? OF_CLAUDE : OF_TASK)
        .stream().map(measure -> FigureKey.of(way, task, measure)).toList();
  }
}
