package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.ui.text.Texts;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Every text is there in German, says the same with the same arguments, and is written as texts
/// are.
class TranslationTest {
  /// Whole texts that are the same in both languages: names, words that German has taken over, and
  /// what is only arguments.
  private static final Set<String> THE_SAME =
      Set.of(
          "Benchmark",
          "Claude Code",
          "Claude Code {0}",
          "CLAUDE CODE",
          "Cloud",
          "Desktop",
          "Deutsch",
          "Embedding",
          "English",
          "Gateway",
          "GPU",
          "GPU (VRAM)",
          "In VS Code",
          "Java",
          "JavaFX",
          "Median",
          "Modelfile",
          "NAME",
          "Name",
          "Ollama",
          "Ollama {0}",
          "Ollama {0} · {1}",
          "Problem",
          "QUANT.",
          "Quant.",
          "RAM",
          "RAM {0}",
          "RAM: {0}",
          "Route",
          "Server",
          "Streaming",
          "Switchyard",
          "System",
          "Terminal",
          "Text",
          "Token",
          "Variable",
          "Version",
          "Version {0}",
          "Version: {0}",
          "VRAM {0} · RAM {1}",
          "VS Code",
          "auto",
          "launchd",
          "settings.json",
          "settings.local.json",
          "st -e '{script}'",
          "temperature, top_p",
          "{0} % GPU",
          "{0} (VRAM)",
          "{0} · git",
          "{0,choice,0#|0<{0,number,integer} min }{1,number,integer} s",
          "--settings");

  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

  /// Figures may stand for texts too, but not the other way round.
  private static final Object[] FIGURES = IntStream.range(0, 10).boxed().toArray();

  private static final Pattern WORD = Pattern.compile("\\p{L}{3}");

  /// An argument, or a path.
  private static final Pattern FORM = Pattern.compile("\\{\\d+[^{}]*}|~/\\S+");

  private static final Pattern LONE_QUOTE = Pattern.compile("(?<!')'(?!')");
  private static final int ALWAYS_SHORT_ENOUGH = 18;
  private static final int LABEL = 40;

  private final ResourceBundle english = new Texts(Locale.ENGLISH).bundle();
  private final ResourceBundle german = new Texts(Locale.GERMAN).bundle();

  @Test
  void everyTextIsThereInBothLanguages() {
    var missing = new TreeSet<>(english.keySet());
    missing.removeAll(german.keySet());
    assertThat(missing)
        .as(
            "Write these in messages_de.properties too:%n%s",
            missing.stream()
                .map(key -> key + " = " + english.getString(key))
                .collect(Collectors.joining("\n")))
        .isEmpty();

    var leftOver = new TreeSet<>(german.keySet());
    leftOver.removeAll(english.keySet());
    assertThat(leftOver).as("Remove these from messages_de.properties").isEmpty();
  }

  @Test
  void eachSaysTheSameWithTheSameArguments() {
    for (var key : english.keySet()) {
      assertThat(arguments(german.getString(key)))
          .as("arguments of %s = %s", key, german.getString(key))
          .isEqualTo(arguments(english.getString(key)));
    }
  }

  @Test
  void nothingIsLeftUntranslated() {
    var same = new TreeMap<String, String>();
    for (var key : english.keySet()) {
      var text = english.getString(key);
      boolean hasWords = WORD.matcher(FORM.matcher(text).replaceAll("")).find();
      if (hasWords && text.equals(german.getString(key)) && !THE_SAME.contains(text)) {
        same.put(key, text);
      }
    }
    assertThat(same).as("Translate these, or add them to THE_SAME").isEmpty();
  }

  @Test
  void eachCanBeRendered() {
    for (var key : german.keySet()) {
      var text = german.getString(key);
      assertThat(new MessageFormat(text, Locale.GERMAN).format(FIGURES))
          .as("%s = %s", key, text)
          .doesNotContainPattern(ARGUMENT);
      assertThat(LONE_QUOTE.matcher(text.replaceAll("'\\{[^']*'|'}'", "")).find())
          .as("%s: write every ' twice in: %s", key, text)
          .isFalse();
    }
  }

  @Test
  void eachIsWrittenAsTextsAre() {
    for (var key : german.keySet()) {
      var text = german.getString(key);
      var original = english.getString(key);
      if (!original.contains("  ")) {
        assertThat(text).as(key).doesNotContain("  ");
      }
      if (!original.contains("=\"\"")) {
        assertThat(text).as("%s: quotes are „“ in German", key).doesNotContain("\"");
      }
      assertThat(text.endsWith("…")).as("%s: %s", key, text).isEqualTo(original.endsWith("…"));
    }
  }

  /// picocli does not render with MessageFormat, and reads a percent sign itself.
  @Test
  void helpHasNoQuotesAndNoPercentSigns() {
    german.keySet().stream()
        .filter(key -> key.startsWith("cli.") && !english.getString(key).contains("{"))
        .filter(key -> !english.getString(key).contains("''"))
        .forEach(key -> assertThat(german.getString(key)).as(key).doesNotContain("'", "%"));
  }

  /// What stands on a button or over a column has no room for much more than in English.
  @Test
  void shortTextsStayShort() {
    for (var key : english.keySet()) {
      var original = english.getString(key);
      if (original.length() > LABEL || original.endsWith(".")) {
        continue;
      }
      assertThat(german.getString(key).length())
          .as("length of %s = %s (%s)", key, german.getString(key), original)
          .isLessThanOrEqualTo(Math.max(ALWAYS_SHORT_ENOUGH, 2 * original.length()));
    }
  }

  private static Set<String> arguments(String text) {
    return ARGUMENT
        .matcher(text)
        .results()
        .map((MatchResult found) -> Objects.requireNonNull(found.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
