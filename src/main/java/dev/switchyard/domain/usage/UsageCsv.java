package dev.switchyard.domain.usage;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Usage as comma-separated values: one line for each day, project, model and place, RFC 4180.
public final class UsageCsv {
  private static final String COLUMNS =
      "day,project,model,place,requests,inputTokens,cacheReadTokens,cacheWriteTokens,outputTokens";
  private static final String END = "\r\n";

  private UsageCsv() {}

  public static String text(Usage usage) {
    var lines =
        usage.entries().stream()
            .sorted(
                Comparator.comparing(Usage.Entry::day)
                    .thenComparing(Usage.Entry::project)
                    .thenComparing(Usage.Entry::model))
            .map(UsageCsv::line);
    return Stream.concat(Stream.of(COLUMNS), lines).collect(Collectors.joining(END, "", END));
  }

  private static String line(Usage.Entry entry) {
    var tally = entry.tally();
    return Stream.of(
            entry.day(),
            entry.project(),
            entry.model(),
            entry.place().kind().wireName(),
            tally.requests(),
            tally.inputTokens(),
            tally.cacheReadTokens(),
            tally.cacheWriteTokens(),
            tally.outputTokens())
        .map(field -> quoted(field.toString()))
        .collect(Collectors.joining(","));
  }

  /// What a program for tables would compute is text: a project's name is whatever somebody chose.
  private static String quoted(String field) {
    var text = field.matches("(?s)[=+@\\-\t\r].*") ? "'" + field : field;
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
