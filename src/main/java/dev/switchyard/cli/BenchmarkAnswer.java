package dev.switchyard.cli;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.benchmark.BenchmarkOutcome;
import dev.switchyard.domain.benchmark.BenchmarkResult;
import dev.switchyard.domain.benchmark.FigureKey;
import dev.switchyard.domain.benchmark.GuideTable;
import dev.switchyard.domain.benchmark.MachineLoad;
import dev.switchyard.domain.benchmark.Regression;
import dev.switchyard.domain.benchmark.Samples;
import dev.switchyard.domain.benchmark.Task;
import java.util.List;
import java.util.Map;

/// A benchmark as an answer for scripts.
final class BenchmarkAnswer {
  private BenchmarkAnswer() {}

  private record Figure(FigureKey key, Samples samples) {}

  static void fill(Answer answer, BenchmarkOutcome outcome) {
    fill(answer, outcome.result());
    answer
        .object("guide", BenchmarkAnswer::guide)
        .objects("regressions", outcome.regressions(), BenchmarkAnswer::fill)
        .messages("failures", outcome.failures().stream().map(PortException::text).toList())
        .put("complete", outcome.ended().isEmpty());
    outcome.ended().ifPresent(end -> answer.put("error", end.text()));
  }

  static void fill(Answer answer, BenchmarkResult result) {
    var subject = result.subject();
    answer
        .put("model", subject.model())
        .put("digest", subject.digest())
        .put("contextLength", subject.contextTokens())
        .put("server", subject.server())
        .put("claudeVersion", subject.claude())
        .put("at", result.at().toString())
        .put("repeats", result.repeats())
        .object("machine", machine -> fill(machine, result.load()))
        .objects("figures", figures(result), BenchmarkAnswer::fill);
    for (var figure : result.figures().entrySet()) {
      if (figure.getValue() instanceof Known.Unknown<Samples>(var reason)) {
        answer.unknown(figure.getKey().id(), reason);
      }
    }
  }

  private static List<Figure> figures(BenchmarkResult result) {
    return result.figures().keySet().stream()
        .flatMap(key -> result.figure(key).map(samples -> new Figure(key, samples)).stream())
        .toList();
  }

  private static void fill(Answer answer, MachineLoad load) {
    answer
        .put("load", load.average())
        .put("processors", load.processors())
        .strings("otherModels", load.otherModels());
  }

  private static void fill(Answer answer, Figure figure) {
    var key = figure.key();
    answer
        .put("id", key.id())
        .put("way", key.way().id())
        .put("task", key.task().map(Task::id))
        .put("measure", key.measure().id())
        .put("unit", key.measure().unit().symbol())
        .put("source", key.measure().source().wireName());
    fill(answer, figure.samples());
    answer.numbers("runs", figure.samples().values());
  }

  private static void fill(Answer answer, Samples samples) {
    answer
        .put("median", samples.median())
        .put("least", samples.least())
        .put("most", samples.most());
  }

  private static void guide(Answer answer) {
    answer
        .put("source", GuideTable.SOURCE)
        .put("model", GuideTable.MODEL)
        .put("contextLength", GuideTable.CONTEXT)
        .objects(
            "machines",
            GuideTable.ROWS,
            (child, row) -> {
              child.put("machine", row.machine());
              child.object("seconds", seconds -> fill(seconds, row.seconds()));
            });
  }

  private static void fill(Answer answer, Map<Task, Double> seconds) {
    for (var task : Task.values()) {
      answer.put(task.id(), seconds.getOrDefault(task, 0.0));
    }
  }

  private static void fill(Answer answer, Regression regression) {
    answer
        .put("id", regression.key().id())
        .put("server", regression.earlier().server())
        .object("before", before -> fill(before, regression.before()))
        .object("now", now -> fill(now, regression.now()));
  }
}
