package dev.switchyard.domain.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines of a start-up file that seem to set variables. It is read, not run: a line may stand
/// below a condition that is never true, so all that follows from it is probable only.
///
/// @param assignments in their order
/// @param sourced files that it seems to read in turn, as written
public record StartupScript(List<Assignment> assignments, List<Sourced> sourced) {
  private static final String NAME = "(?<name>[A-Za-z_][A-Za-z0-9_]*)";
  private static final String VALUE = "(?<value>\"[^\"]*\"|'[^']*'|[^\\s;&|]*)";
  private static final String BEGIN = "(?:^|[;&|({]|\\b(?:then|do|else|and|or)\\b)\\s*";

  /// One or more words `A=1`, with or without `export`, `declare -gx` and the like before them.
  private static final Pattern WORDS =
      Pattern.compile(
          BEGIN
              + "(?:(?:export|readonly|local|global|(?:declare|typeset)(?:\\s+-\\w+)*+)\\s+)?"
              + "(?<words>(?:[A-Za-z_][A-Za-z0-9_]*=(?:\"[^\"]*\"|'[^']*'|[^\\s;&|]*)\\s*)++)");

  private static final Pattern WORD = Pattern.compile("(?<!\\S)" + NAME + "=" + VALUE);

  /// `set -gx A 1`, `setenv A 1`, `$env:A = 1`, and fish's own file of universal variables.
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile(BEGIN + "set\\s+(?:--?[\\w-]+\\s+)++" + NAME + "\\s+" + VALUE),
          Pattern.compile(BEGIN + "setenv\\s+" + NAME + "\\s+" + VALUE),
          Pattern.compile("^\\s*\\$env:" + NAME + "\\s*=\\s*" + VALUE),
          Pattern.compile("^SETUVAR(?:\\s+--\\w+)*+\\s+" + NAME + ":(?<value>.*)$"));

  private static final Pattern SOURCE =
      Pattern.compile(
          "(?:^|[;&|]|\\bthen\\b|\\band\\b)\\s*(?:\\.|source)\\s+(?<file>\"[^\"]+\"|'[^']+'|[^\\s;&|]+)");

  /// A line that seems to set a variable.
  ///
  /// @param line from 1
  /// @param literal the value, where it stands there as it is, without anything to be worked out
  public record Assignment(String name, Optional<String> literal, int line) {
    /// The value may be a secret.
    @Override
    public String toString() {
      return name + " in line " + line;
    }
  }

  /// @param file as written, such as `~/.secrets`
  /// @param line from 1
  public record Sourced(String file, int line) {}

  public static StartupScript parse(String text) {
    var assignments = new ArrayList<Assignment>();
    var sourced = new ArrayList<Sourced>();
    int number = 0;
    for (var line : text.split("\r?\n|\r", -1)) {
      number++;
      if (!line.isBlank() && !line.strip().startsWith("#")) {
        read(line, number, assignments, sourced);
      }
    }
    return new StartupScript(List.copyOf(assignments), List.copyOf(sourced));
  }

  /// The line that most likely gave a variable its value: the last that says exactly this, or else
  /// the last whose value has to be worked out.
  public Optional<Integer> lineOf(String variable, String value) {
    var candidates =
        assignments.stream().filter(found -> found.name().equals(variable)).toList().reversed();
    return candidates.stream()
        .filter(found -> found.literal().equals(Optional.of(value)))
        .findFirst()
        .or(() -> candidates.stream().filter(found -> found.literal().isEmpty()).findFirst())
        .map(Assignment::line);
  }

  private static void read(
      String line, int number, List<Assignment> assignments, List<Sourced> sourced) {
    var words = WORDS.matcher(line);
    while (words.find()) {
      add(WORD.matcher(words.group("words")), number, assignments);
    }
    FORMS.forEach(form -> add(form.matcher(line), number, assignments));
    var source = SOURCE.matcher(line);
    while (source.find()) {
      sourced.add(new Sourced(unquoted(source.group("file")), number));
    }
  }

  private static void add(Matcher match, int number, List<Assignment> assignments) {
    while (match.find()) {
      assignments.add(new Assignment(match.group("name"), literal(match.group("value")), number));
    }
  }

  private static Optional<String> literal(String value) {
    boolean isWorkedOut =
        !value.startsWith("'")
            && (value.contains("$") || value.contains("`") || value.contains("\\"));
    return isWorkedOut ? Optional.empty() : Optional.of(unquoted(value));
  }

  private static String unquoted(String text) {
    boolean isQuoted =
        text.length() > 1
            && (text.startsWith("\"") && text.endsWith("\"")
                || text.startsWith("'") && text.endsWith("'"));
    return isQuoted ? text.substring(1, text.length() - 1) : text;
  }
}
