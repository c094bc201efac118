package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.ServerEnvironment.Placed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What systemd makes of the variables in a unit file and in those that are laid over it: later
/// ones win, an empty assignment forgets all before it, and a file of variables is stronger than
/// what the unit itself sets.
///
/// Source: systemd.exec(5), systemd.syntax(7). Of the specifiers only `%%` is read.
public final class UnitFile {
  private static final Pattern WORD =
      Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"|'(?:[^'\\\\]++|\\\\.)*+'|\\S+");

  private final Map<String, Placed> own = new LinkedHashMap<>();
  private final Map<String, Placed> ofFiles = new LinkedHashMap<>();
  private final List<String> files = new ArrayList<>();

  /// Lays one more file over what was read until now.
  ///
  /// @param place what a person calls it
  public void add(String text, Message place) {
    var section = "";
    for (var line : text.replaceAll("\\\\\r?\n", " ").lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        section = line;
      } else if (section.equals("[Service]") && !line.startsWith("#") && !line.startsWith(";")) {
        int equals = line.indexOf('=');
        if (equals > 0) {
          set(line.substring(0, equals).strip(), line.substring(equals + 1).strip(), place);
        }
      }
    }
  }

  private void set(String key, String value, Message place) {
    if (key.equals("Environment")) {
      if (value.isEmpty()) {
        own.clear();
      }
      WORD.matcher(value).results().forEach(word -> assign(own, word.group(), place));
    } else if (key.equals("EnvironmentFile")) {
      if (value.isEmpty()) {
        files.clear();
      } else {
        files.add(value);
      }
    }
  }

  /// The files of variables that it names, in their order; one that begins with `-` may be missing.
  public List<String> environmentFiles() {
    return List.copyOf(files);
  }

  /// What one of them says: an assignment a line.
  public void addVariables(String text, Message place) {
    text.lines()
        .map(String::strip)
        .filter(line -> !line.startsWith("#") && !line.startsWith(";"))
        .forEach(line -> assign(ofFiles, line, place));
  }

  private static void assign(Map<String, Placed> variables, String word, Message place) {
    var plain = unquoted(word);
    int equals = plain.indexOf('=');
    if (equals > 0 && ServerEnvironment.NAMES.contains(plain.substring(0, equals))) {
      var value = unquoted(plain.substring(equals + 1)).replace("%%", "%");
      variables.put(plain.substring(0, equals), new Placed(value, place));
    }
  }

  private static String unquoted(String word) {
    boolean isQuoted =
        word.length() > 1
            && (word.startsWith("\"") && word.endsWith("\"")
                || word.startsWith("'") && word.endsWith("'"));
    return isQuoted ? word.substring(1, word.length() - 1).replaceAll("\\\\(.)", "$1") : word;
  }

  /// What a server of this unit is started with.
  public Map<String, Placed> variables() {
    var all = new LinkedHashMap<>(own);
    all.putAll(ofFiles);
    return all;
  }

  /// A file that, laid over a unit, sets these variables.
  public static String text(Map<String, String> variables) {
    return "[Service]\n" + assignments(variables);
  }

  /// The same file with these variables set last, so that they count. Of what stood there only a
  /// line that sets one of them alone goes.
  ///
  /// @param variables by name, not empty
  public static String with(String text, Map<String, String> variables) {
    var names = variables.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
    var alone = "(?m)^Environment=\"(?:" + names + ")=(?:[^\"\\\\\n]++|\\\\.)*+\"(?:\\R|\\z)";
    var rest = text.replaceAll(alone, "");
    if (rest.isBlank()) {
      return text(variables);
    }
    var end = rest.endsWith("\n") ? "" : "\n";
    return rest + end + (endsInService(rest) ? assignments(variables) : text(variables));
  }

  private static boolean endsInService(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> line.startsWith("["))
        .reduce("", (_, later) -> later)
        .equals("[Service]");
  }

  private static String assignments(Map<String, String> variables) {
    var text = new StringBuilder();
    variables.forEach(
        (name, value) -> text.append("Environment=\"%s=%s\"\n".formatted(name, escaped(value))));
    return text.toString();
  }

  private static String escaped(String value) {
    return value.replace("%", "%%").replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
