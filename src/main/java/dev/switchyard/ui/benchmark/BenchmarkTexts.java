package dev.switchyard.ui.benchmark;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.benchmark.BenchmarkResult;
import dev.switchyard.domain.benchmark.FigureKey;
import dev.switchyard.domain.benchmark.FigureSeries.Change;
import dev.switchyard.domain.benchmark.FigureSeries.Point;
import dev.switchyard.domain.benchmark.MachineLoad;
import dev.switchyard.domain.benchmark.Measure;
import dev.switchyard.domain.benchmark.Measure.Unit;
import dev.switchyard.domain.benchmark.Regression;
import dev.switchyard.domain.benchmark.Samples;
import dev.switchyard.domain.benchmark.Task;
import dev.switchyard.ui.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Figures, their names and what they hold for, as this screen writes them.
final class BenchmarkTexts {
  private static final double SMALL = 10;
  private static final double MIDDLE = 100;
  private static final int DIGITS_OF_DIGEST = 12;

  private final Texts texts;

  BenchmarkTexts(Texts texts) {
    this.texts = texts;
  }

  String text(String key, Object... arguments) {
    return texts.text(key, arguments);
  }

  String text(Message message) {
    return texts.text(message);
  }

  Texts texts() {
    return texts;
  }

  Locale locale() {
    return texts.locale();
  }

  /// Its name with its task, where it stands alone.
  String name(FigureKey key) {
    var measure = Message.of("bench.measure." + key.measure().id());
    return text(
        key.task()
            .map(task ->
                Message.of(
                    "bench.name." + key.way().id(), Message.of("bench.task." + task.id()), measure))
            .orElse(measure));
  }

  /// Its name in a group of figures that say the rest, with its unit.
  String row(Measure measure) {
    return text("benchmark.row", Message.of("benchmark.row." + measure.id()), unit(measure.unit()));
  }

  String task(Task task) {
    return text("bench.task." + task.id());
  }

  String value(double value, Unit unit) {
    return text("benchmark.value", number(value), unit(unit));
  }

  String unit(Unit unit) {
    return text("benchmark.unit." + unit.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /// Three digits say all that a benchmark knows.
  String number(double value) {
    if (value < SMALL) {
      return text("benchmark.number.small", value);
    }
    return text(value < MIDDLE ? "benchmark.number.middle" : "benchmark.number.large", value);
  }

  /// From the least to the most.
  String spread(Samples samples) {
    if (samples.values().size() == 1) {
      return text("benchmark.one-run");
    }
    return samples.least() == samples.most()
        ? text("benchmark.each-time")
        : text("benchmark.spread", number(samples.least()), number(samples.most()));
  }

  String regression(Regression regression) {
    var unit = regression.key().measure().unit();
    return text(
        "bench.regression",
        name(regression.key()),
        value(regression.now().median(), unit),
        value(regression.before().median(), unit),
        regression.earlier().server());
  }

  String date(Instant at) {
    return texts.at(at, FormatStyle.MEDIUM, FormatStyle.SHORT);
  }

  /// The day alone, as short as people here write it.
  String day(Instant at) {
    return DateTimeFormatter.ofPattern(text("benchmark.day"), locale())
        .withZone(ZoneId.systemDefault())
        .format(at);
  }

  /// All that a result holds for, on one line.
  String conditions(BenchmarkResult result) {
    var subject = result.subject();
    var digest = subject.digest();
    return text(
        "benchmark.conditions",
        digest.substring(0, Math.min(DIGITS_OF_DIGEST, digest.length())),
        subject
            .contextTokens()
            .<Object>map(Tokens::new)
            .orElse(Message.of("benchmark.context.unknown")),
        subject.server(),
        subject
            .claude()
            .map(version -> Message.of("benchmark.with-claude", version))
            .orElse(Message.of("benchmark.without-claude")),
        result.repeats(),
        load(result.load()));
  }

  String load(MachineLoad load) {
    return text(
        switch (load.average()) {
          case Known.Value<Double>(var average) ->
              Message.of("benchmark.load", average, load.processors());
          case Known.Unknown<Double>(var reason) -> Message.of("benchmark.load.unknown", reason);
        });
  }

  /// What changed, for the line in the chart; empty for nothing.
  String mark(Point point) {
    return changes(point).stream()
        .map(change -> change(change, point))
        .collect(Collectors.joining(", "));
  }

  private static List<Change> changes(Point point) {
    return Arrays.stream(Change.values()).filter(point.changes()::contains).toList();
  }

  private String change(Change change, Point point) {
    var subject = point.result().subject();
    return text(
        switch (change) {
          case MODEL -> Message.of("benchmark.change.model");
          case CONTEXT ->
              Message.of(
                  "benchmark.change.context",
                  subject
                      .contextTokens()
                      .<Object>map(Tokens::new)
                      .orElse(Message.of("benchmark.context.unknown")));
          case SERVER -> Message.of("benchmark.change.server", subject.server());
          case CLAUDE ->
              Message.of(
                  "benchmark.change.claude",
                  subject
                      .claude()
                      .map(Object.class::cast)
                      .orElse(Message.of("benchmark.context.unknown")));
        });
  }

  /// One point of the chart: what it is, and what changed before it.
  String point(FigureKey key, Point point) {
    var words =
        text(
            "benchmark.point",
            date(point.result().at()),
            value(point.samples().median(), key.measure().unit()),
            spread(point.samples()));
    return point.changes().isEmpty() ? words : words + " " + text("benchmark.changed", mark(point));
  }

  /// The same with all that it holds for, and what became worse.
  String description(FigureKey key, Point point) {
    return point(key, point)
        + "\n"
        + conditions(point.result())
        + point.regression().map(worse -> "\n" + regression(worse)).orElse("");
  }
}
