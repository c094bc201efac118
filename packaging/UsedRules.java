import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The rules of a style sheet that can hold for anything a program shows. A theme has rules for all
/// controls there are; a start reads each of them.
///
/// A selector can hold where each of its style classes stands as a text in some class that the
/// program can reach. Style classes that are put together when it runs count where one of their
/// parts stands there: a beginning before a number (`segment0`), or what a hyphen joins.
final class UsedRules {
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern RULE = Pattern.compile("([^{}]+)(\\{[^{}]*\\})");
  private static final Pattern STYLE_CLASS = Pattern.compile("\\.([A-Za-z_][\\w-]*)");
  private static final Pattern NUMBER_AT_END = Pattern.compile("\\d+$");

  /// What JavaFX gives the root of each scene.
  private static final String ROOT = "root";

  private final Set<String> texts = new HashSet<>();
  private final Set<String> beginnings = new TreeSet<>();
  private final Set<String> ends = new TreeSet<>();

  /// @param texts those that stand in the program's classes and in what they use ([Reachable])
  UsedRules(Set<String> texts) {
    // The form of a text that is put together marks each place with the character 1.
    texts.stream().flatMap(text -> Stream.of(text.split("\u0001"))).forEach(this::add);
  }

  private void add(String text) {
    texts.add(text);
    if (text.endsWith("-") && text.length() > 1) {
      beginnings.add(text);
    }
    if (text.startsWith("-") && text.length() > 1) {
      ends.add(text);
    }
  }

  /// The sheet without what cannot hold.
  ///
  /// @throws IllegalArgumentException for a sheet with more than rules, such as nested blocks
  String of(String sheet) {
    String rules = COMMENT.matcher(sheet).replaceAll("");
    var result = new StringBuilder();
    int end = 0;
    for (Matcher rule = RULE.matcher(rules); rule.find(); end = rule.end()) {
      if (rule.start() != end) {
        throw new IllegalArgumentException("not a rule: " + rules.substring(end, rule.start()));
      }
      List<String> kept = kept(rule.group(1));
      if (!kept.isEmpty()) {
        result.append(String.join(", ", kept)).append(' ').append(rule.group(2)).append('\n');
      }
    }
    if (!rules.substring(end).isBlank()) {
      throw new IllegalArgumentException("not a rule: " + rules.substring(end));
    }
    return result.toString();
  }

  private List<String> kept(String selectors) {
    var kept = new ArrayList<String>();
    for (String selector : selectors.split(",")) {
      if (STYLE_CLASS.matcher(selector).results().allMatch(found -> isUsed(found.group(1)))) {
        kept.add(selector.strip());
      }
    }
    return kept;
  }

  private boolean isUsed(String styleClass) {
    return styleClass.equals(ROOT)
        || texts.contains(styleClass)
        || texts.contains(NUMBER_AT_END.matcher(styleClass).replaceFirst(""))
        || beginnings.stream().anyMatch(styleClass::startsWith)
        || ends.stream().anyMatch(styleClass::endsWith);
  }
}
