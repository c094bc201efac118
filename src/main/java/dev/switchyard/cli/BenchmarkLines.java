package dev.switchyard.cli;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.benchmark.BenchmarkOutcome;
import dev.switchyard.domain.benchmark.BenchmarkResult;
import dev.switchyard.domain.benchmark.FigureKey;
import dev.switchyard.domain.benchmark.GuideTable;
import dev.switchyard.domain.benchmark.MachineLoad;
import dev.switchyard.domain.benchmark.Measure.Unit;
import dev.switchyard.domain.benchmark.Regression;
import dev.switchyard.domain.benchmark.Samples;
import dev.switchyard.domain.benchmark.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A benchmark as a person reads it.
final class BenchmarkLines {
  private BenchmarkLines() {}

  static void print(Console console, BenchmarkOutcome outcome) {
    print(console, outcome.result());
    guide(console, outcome.result());
    outcome.regressions().forEach(regression -> print(console, regression));
  }

  static void print(Console console, BenchmarkResult result) {
    var subject = result.subject();
    console.line(
        "bench.of",
        subject.model(),
        subject.contextTokens().map(Tokens::new).<Object>map(tokens -> tokens).orElse("–"),
        subject.server(),
        console.time(result.at()),
        result.repeats());
    print(console, result.load());
    var rows = new ArrayList<List<String>>();
    rows.add(
        List.of(
            "",
            text(console, "bench.column.median"),
            text(console, "bench.column.least"),
            text(console, "bench.column.most")));
    result.figures().forEach((key, figure) -> rows.add(row(console, key, figure)));
    console.table(rows);
  }

  private static void print(Console console, MachineLoad load) {
    console.line(
        "bench.load",
        load.average().orReason(average -> Message.of("bench.load.average", average)),
        load.processors());
    if (!load.otherModels().isEmpty()) {
      console.line("bench.others", String.join(", ", load.otherModels()));
    }
    load.warning().ifPresent(console::line);
  }

  private static List<String> row(Console console, FigureKey key, Known<Samples> figure) {
    var name = text(console, name(key));
    return switch (figure) {
      case Known.Unknown<Samples>(var reason) -> List.of(name, text(console, reason));
      case Known.Value<Samples>(var samples) ->
          List.of(
              name,
              value(console, samples.median(), key.measure().unit()),
              value(console, samples.least(), key.measure().unit()),
              value(console, samples.most(), key.measure().unit()));
    };
  }

  private static Message name(FigureKey key) {
    var measure = Message.of("bench.measure." + key.measure().id());
    return key.task()
        .map(task ->
            Message.of(
                "bench.name." + key.way().id(), Message.of("bench.task." + task.id()), measure))
        .orElse(measure);
  }

  /// The guide's times beside those here, through Claude Code where it was asked.
  private static void guide(Console console, BenchmarkResult result) {
    var rows = new ArrayList<List<String>>();
    var head = new ArrayList<String>(List.of("", text(console, "bench.column.here")));
    GuideTable.ROWS.forEach(row -> head.add(row.machine()));
    rows.add(head);
    for (var task : Task.values()) {
      GuideTable.here(result, task).ifPresent(here -> rows.add(guideRow(console, task, here)));
    }
    if (rows.size() > 1) {
      console.line("bench.guide", GuideTable.MODEL, new Tokens(GuideTable.CONTEXT));
      console.table(rows);
    }
  }

  private static List<String> guideRow(Console console, Task task, Samples here) {
    var row = new ArrayList<String>();
    row.add(text(console, Message.of("bench.task." + task.id())));
    row.add(value(console, here.median(), Unit.SECONDS));
    for (var machine : GuideTable.ROWS) {
      var seconds = Optional.ofNullable(machine.seconds().get(task));
      row.add(seconds.map(one -> text(console, "bench.about", one)).orElse(""));
    }
    return row;
  }

  private static void print(Console console, Regression regression) {
    var unit = regression.key().measure().unit();
    console.line(
        "bench.regression",
        name(regression.key()),
        value(console, regression.now().median(), unit),
        value(console, regression.before().median(), unit),
        regression.earlier().server());
  }

  private static String value(Console console, double value, Unit unit) {
    return text(console, "bench.value", value, unit.symbol());
  }

  private static String text(Console console, Message message) {
    return console.texts().text(message);
  }

  private static String text(Console console, String key, Object... arguments) {
    return console.texts().text(key, arguments);
  }
}
