package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Benchmarks as comma-separated values: one line for each figure that is known, RFC 4180.
public final class CsvExport {
  private static final List<String> COLUMNS =
      List.of(
          "at",
          "model",
          "digest",
          "contextLength",
          "server",
          "claude",
          "load",
          "processors",
          "way",
          "task",
          "measure",
          "unit",
          "source",
          "median",
          "least",
          "most",
          "runs");

  private CsvExport() {}

  /// The lines with the names of the columns first, without ends of lines.
  public static List<String> lines(List<BenchmarkResult> results) {
    var lines = new ArrayList<String>();
    lines.add(line(COLUMNS.stream()));
    for (var result : results) {
      for (var figure : result.figures().entrySet()) {
        if (figure.getValue() instanceof Known.Value<Samples>(var samples)) {
          lines.add(line(Stream.concat(subject(result), figure(figure, samples))));
        }
      }
    }
    return lines;
  }

  private static Stream<String> subject(BenchmarkResult result) {
    var subject = result.subject();
    return Stream.of(
        result.at().toString(),
        subject.model(),
        subject.digest(),
        subject.contextTokens().map(String::valueOf).orElse(""),
        subject.server(),
        subject.claude().orElse(""),
        result.load().average().toOptional().map(CsvExport::number).orElse(""),
        String.valueOf(result.load().processors()));
  }

  private static Stream<String> figure(
      Map.Entry<FigureKey, Known<Samples>> figure, Samples samples) {
    var key = figure.getKey();
    return Stream.of(
        key.way().id(),
        key.task().map(Task::id).orElse(""),
        key.measure().id(),
        key.measure().unit().symbol(),
        key.measure().source().wireName(),
        number(samples.median()),
        number(samples.least()),
        number(samples.most()),
        String.valueOf(samples.values().size()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String line(Stream<String> fields) {
    return fields.map(CsvExport::quoted).collect(Collectors.joining(","));
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
