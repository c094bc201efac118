package dev.switchyard.domain.route.text;

import java.util.ArrayList;
import java.util.List;

/// The difference of two texts, line by line, to be looked at.
public final class LineDiff {
  /// Beyond this many compared pairs the middle is shown as replaced: a person does not read it
  /// line by line anyway.
  private static final long MAX_COMPARED = 4_000_000;

  private LineDiff() {}

  /// @param kind what happens to the line
  /// @param text the line without its end; credentials are masked
  public record Line(Kind kind, String text) {}

  /// What happens to a line.
  public enum Kind {
    SAME,
    REMOVED,
    ADDED,
    /// Lines in between that stay are left out.
    GAP
  }

  /// @param context how many lines that stay are shown around each change
  public static List<Line> of(String before, String after, int context) {
    return shortened(compare(before.lines().toList(), after.lines().toList()), context);
  }

  private static List<Line> compare(List<String> before, List<String> after) {
    int start = 0;
    while (start < Math.min(before.size(), after.size())
        && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < Math.min(before.size(), after.size()) - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    var lines = new ArrayList<Line>();
    add(lines, Kind.SAME, before.subList(0, start));
    middle(
        lines,
        before.subList(start, before.size() - end),
        after.subList(start, after.size() - end));
    add(lines, Kind.SAME, before.subList(before.size() - end, before.size()));
    return lines;
  }

  private static void middle(List<Line> lines, List<String> before, List<String> after) {
    if ((long) before.size() * after.size() > MAX_COMPARED) {
      add(lines, Kind.REMOVED, before);
      add(lines, Kind.ADDED, after);
      return;
    }
    var common = commonLengths(before, after);
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        add(lines, Kind.SAME, List.of(before.get(i)));
        i++;
        j++;
      } else if (j == after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
        add(lines, Kind.REMOVED, List.of(before.get(i++)));
      } else {
        add(lines, Kind.ADDED, List.of(after.get(j++)));
      }
    }
  }

  /// For each pair of positions, how many lines the rests have in common.
  private static int[][] commonLengths(List<String> before, List<String> after) {
    var common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static List<Line> shortened(List<Line> lines, int context) {
    var shown = new ArrayList<Line>();
    for (int i = 0; i < lines.size(); i++) {
      if (isNearChange(lines, i, context)) {
        shown.add(lines.get(i));
      } else if (shown.isEmpty() || shown.getLast().kind() != Kind.GAP) {
        shown.add(new Line(Kind.GAP, ""));
      }
    }
    return shown;
  }

  private static boolean isNearChange(List<Line> lines, int index, int context) {
    return lines
        .subList(Math.max(0, index - context), Math.min(lines.size(), index + context + 1))
        .stream()
        .anyMatch(line -> line.kind() != Kind.SAME);
  }

  private static void add(List<Line> lines, Kind kind, List<String> texts) {
    texts.forEach(text -> lines.add(new Line(kind, Credentials.masked(text))));
  }
}
