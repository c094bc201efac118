package dev.switchyard.domain.truth;

import dev.switchyard.domain.fit.MeasuredLoads.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Prints how far predictions are from what was measured, uncorrected and after one load of the
/// same model, cache type and slots at another context: `./mvnw test -Dtest=ErrorTable`.
class ErrorTable {
  private static final double MIB = 1 << 20;

  /// @param truth bytes
  private record Miss(long error, long truth) {
    static Miss of(long predicted, Row row) {
      return new Miss(Math.abs(row.truthBytes() - predicted), row.truthBytes());
    }

    double share() {
      return 100.0 * error / truth;
    }
  }

  @Test
  @SuppressWarnings("SystemOut")
  void print() throws Exception {
    var lines = new ArrayList<String>();
    lines.add(
        "| Server | Architecture | Rows | Uncorrected, at most | Pairs | After one load, at most |");
    lines.add("|---|---|---|---|---|---|");
    for (var group : groups().entrySet()) {
      var rows = group.getValue();
      var plain = rows.stream().map(ErrorTable::uncorrected).toList();
      var learned = corrected(rows);
      lines.add(
          "| %s | %d | %s | %d | %s |"
              .formatted(
                  group.getKey(), rows.size(), worst(plain), learned.size(), worst(learned)));
    }
    System.out.println(String.join("\n", lines));
  }

  private static Map<String, List<Row>> groups() {
    return MeasuredLessons.ROWS.stream()
        .collect(
            Collectors.groupingBy(
                row -> row.server() + " | " + row.shape().architecture(),
                TreeMap::new,
                Collectors.toList()));
  }

  private static Miss uncorrected(Row row) {
    return Miss.of(MeasuredLessons.prediction(row).need().totalBytes(), row);
  }

  private static List<Miss> corrected(List<Row> rows) throws Exception {
    var misses = new ArrayList<Miss>();
    for (var seen : rows) {
      var lessons = MeasuredLessons.learned(List.of(seen));
      for (var row : rows) {
        if (!row.equals(seen) && MeasuredLessons.sameLoad(seen, row)) {
          misses.add(Miss.of(MeasuredLessons.total(lessons, row), row));
        }
      }
    }
    return misses;
  }

  private static String worst(List<Miss> misses) {
    return String.format(
        Locale.ROOT,
        "%.2f MiB, %.3f %%",
        misses.stream().mapToLong(Miss::error).max().orElse(0) / MIB,
        misses.stream().mapToDouble(Miss::share).max().orElse(0));
  }
}
