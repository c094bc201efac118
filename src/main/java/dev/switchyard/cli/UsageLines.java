package dev.switchyard.cli;

import dev.switchyard.domain.usage.Grouping;
import dev.switchyard.domain.usage.SavingsAnswer;
import dev.switchyard.domain.usage.Tally;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Usage for people.
final class UsageLines {
  private static final int FIRST_FIGURE = 2;

  private UsageLines() {}

  static void print(Console console, SavingsAnswer said, Grouping grouping) {
    if (said.usage().isNone()) {
      console.line("usage.none", said.period().days());
    } else {
      printTables(console, said, grouping);
      said.usage()
          .reasons()
          .forEach((reason, tally) -> console.line("usage.not-known", tally.requests(), reason));
      console.plain("");
      console.line(said.text());
      said.assumptions().forEach(one -> console.line("usage.assumption", one));
    }
    if (said.usage().unreadable() > 0) {
      console.line("usage.unreadable", said.usage().unreadable());
    }
  }

  private static void printTables(Console console, SavingsAnswer said, Grouping grouping) {
    var texts = console.texts();
    var rows = new ArrayList<List<String>>();
    rows.add(
        List.of(
            texts.text("usage.column." + grouping.id()),
            texts.text("usage.column.place"),
            texts.text("usage.column.requests"),
            texts.text("usage.column.input"),
            texts.text("usage.column.cache-read"),
            texts.text("usage.column.cache-write"),
            texts.text("usage.column.output")));
    for (var row : said.usage().rows(grouping)) {
      rows.add(line(texts, row.group(), texts.text(row.place().title()), row.tally()));
    }
    rows.add(line(texts, texts.text("usage.total"), "", said.usage().total()));
    console.table(alignedRight(rows));
  }

  /// Figures stand under each other from the third column on.
  private static List<List<String>> alignedRight(List<List<String>> rows) {
    return rows.stream()
        .map(row ->
            IntStream.range(0, row.size())
                .mapToObj(
                    at -> at < FIRST_FIGURE ? row.get(at) : padded(row.get(at), width(rows, at)))
                .toList())
        .toList();
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return " ".repeat(width - text.length()) + text;
  }

  private static List<String> line(Texts texts, String group, String place, Tally tally) {
    var figures =
        Stream.of(
                tally.requests(),
                tally.inputTokens(),
                tally.cacheReadTokens(),
                tally.cacheWriteTokens(),
                tally.outputTokens())
            .map(number -> texts.text("usage.number", number));
    return Stream.concat(Stream.of(group, place), figures).toList();
  }
}
