package dev.switchyard.domain.modelfile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Line ends between a file, which has its own, and an editor, which knows `\n` only.
final class LineEnds {
  private static final Pattern LINE = Pattern.compile("([^\r\n]*)(\r\n|\r|\n|$)");

  private LineEnds() {}

  private record Line(String content, String end) {}

  static String plain(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /// How this text ends its lines; `\n` where it has none.
  static String usual(String text) {
    var match = Pattern.compile("\r\n|\r|\n").matcher(text);
    return match.find() ? match.group() : "\n";
  }

  /// The edited text, with the original's line ends on the lines that stayed and the usual one on
  /// new lines.
  static String merge(String original, String edited) {
    if (edited.equals(plain(original))) {
      return original;
    }
    var old = split(original);
    var now = split(edited);
    int head = 0;
    while (head < Math.min(old.size(), now.size()) && same(old.get(head), now.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < Math.min(old.size(), now.size()) - head
        && same(old.get(old.size() - 1 - tail), now.get(now.size() - 1 - tail))) {
      tail++;
    }
    var usual = usual(original);
    var merged = new StringBuilder();
    old.subList(0, head).forEach(line -> merged.append(line.content()).append(line.end()));
    now.subList(head, now.size() - tail)
        .forEach(line -> merged.append(line.content()).append(line.end().isEmpty() ? "" : usual));
    old.subList(old.size() - tail, old.size())
        .forEach(line -> merged.append(line.content()).append(line.end()));
    return merged.toString();
  }

  private static boolean same(Line old, Line now) {
    return old.content().equals(now.content()) && old.end().isEmpty() == now.end().isEmpty();
  }

  private static List<Line> split(String text) {
    var lines = new ArrayList<Line>();
    var match = LINE.matcher(text);
    while (match.find()) {
      lines.add(new Line(match.group(1), match.group(2)));
      if (match.group(2).isEmpty()) {
        break;
      }
    }
    return lines;
  }
}
