package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.benchmark.FigureKey.Way;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The times that the guide gives for its tasks. How they were measured it does not say.
public final class GuideTable {
  /// What its times are of.
  public static final String MODEL = "gemma4:26b";

  /// The context length that it was served with, in tokens.
  public static final int CONTEXT = 65_536;

  /// Where and when it stands.
  public static final String SOURCE =
      "the guide's table “Performance on common Claude Code tasks”, 2026-04: approximate response"
          + " times with gemma4:26b at 64K";

  /// @param machine as the guide names it
  /// @param seconds what each task took there, about
  public record Row(String machine, Map<Task, Double> seconds) {}

  public static final List<Row> ROWS =
      List.of(
          row("M2 Pro 16GB", 6, 8, 10, 20),
          row("M3 Max 36GB", 3, 4, 5, 10),
          row("RTX 4090 24GB", 2.5, 3, 4, 8));

  private GuideTable() {}

  /// How this machine's times beside the guide's were taken: through Claude Code where it was
  /// asked, because that is what the guide is about.
  public static Way wayHere(BenchmarkResult result) {
    boolean throughClaude =
        Arrays.stream(Task.values()).anyMatch(task -> wall(result, Way.CLAUDE, task).isPresent());
    return throughClaude ? Way.CLAUDE : Way.DIRECT;
  }

  /// What stands beside the guide's times; all of one benchmark are of the same way.
  public static Optional<Samples> here(BenchmarkResult result, Task task) {
    return wall(result, wayHere(result), task);
  }

  private static Optional<Samples> wall(BenchmarkResult result, Way way, Task task) {
    return result.figure(FigureKey.of(way, task, Measure.WALL));
  }

  private static Row row(
      String machine, double explain, double unitTest, double generate, double refactor) {
    return new Row(
        machine,
        Map.of(
            Task.EXPLAIN,
            explain,
            Task.UNIT_TEST,
            unitTest,
            Task.GENERATE,
            generate,
            Task.REFACTOR,
            refactor));
  }
}
