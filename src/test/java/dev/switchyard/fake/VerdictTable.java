package dev.switchyard.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The table of the documentation that says what each probe finds.
public final class VerdictTable {
  private static final Path DOCUMENT = Path.of("docs/capabilities.md");

  private static final Pattern ROW =
      Pattern.compile(
          "\\| `([a-z0-9-]+)` \\| .* \\| (works|does not|–)"
              + " \\| ([a-z]+) \\| ([a-z]+) \\| ([a-z]+) \\|");

  /// Behind what is sent.
  public enum Column {
    GUIDE(2),
    OLLAMA_0_25(3),
    OLLAMA_0_33(4),
    /// The real Ollama, with the small model of the tests.
    AGENT(5);

    private final int group;

    Column(int group) {
      this.group = group;
    }
  }

  private VerdictTable() {}

  /// What stands in a column, by the probe's id, in the table's order.
  public static Map<String, String> column(Column column) throws IOException {
    var cells = new LinkedHashMap<String, String>();
    ROW.matcher(Files.readString(DOCUMENT))
        .results()
        .forEach(row -> cells.put(row.group(1), row.group(column.group)));
    return cells;
  }

  /// The same as lines of a probe and its verdict.
  public static String lines(Column column) throws IOException {
    return column(column).entrySet().stream()
        .map(cell -> cell.getKey() + " " + cell.getValue())
        .collect(Collectors.joining("\n"));
  }
}
