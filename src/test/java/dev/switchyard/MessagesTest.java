package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every text that the program names is in the bundle, every text in the bundle is named by the
/// program, and all of them can be rendered.
class MessagesTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path BUNDLE =
      Path.of("src/main/resources/dev/switchyard/ui/text/messages.properties");

  private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\".*?\"\"\"", Pattern.DOTALL);
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*$");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

  /// A call that takes a key as its first argument, and the key in full.
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:Message\\.of|\\.text|\\btext|\\.line|new Action|new Notices\\.Action)"
              + "\\(\\s*\"([a-z][A-Za-z0-9-]*\\.[A-Za-z0-9.-]+)\"\\s*[,)]");

  /// Of a route's problems; in the sources they are made as WARNING or INFO only, or are no problem
  /// of a project's row.
  private static final Set<String> NEVER_ERRORS =
      Set.of(
          "overruled",
          "route-left",
          "saved-key-asks",
          "saved-key-unknown",
          "two-credentials",
          "managed-overrides",
          "managed-sets",
          "agent-decides",
          "body-decides",
          "config-folder",
          "url-cancelled",
          "model-like-claude",
          "tiers-not-routed",
          "auto-mode",
          "subfolder-local",
          "value-not-text");

  private static final Pattern HELP = Pattern.compile("\\$\\{bundle:([^}]+)}");

  /// Keys that picocli looks up under its own names.
  private static final Set<String> OF_PICOCLI =
      Set.of("usage.synopsisHeading", "usage.commandListHeading");

  private static final Pattern LONE_QUOTE = Pattern.compile("(?<!')'(?!')");

  private final Properties bundle = read();
  private final Set<String> literals = new TreeSet<>();
  private final Set<String> named = new TreeSet<>();

  MessagesTest() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        collect(Files.readString(file));
      }
    }
  }

  @Test
  void everyKeyNamedInTheSourcesIsInTheBundle() {
    var missing = new TreeSet<>(named);
    missing.removeAll(bundle.stringPropertyNames());
    assertThat(missing)
        .as("Paste these into messages.properties and write their texts:%n%s", lines(missing))
        .isEmpty();
  }

  @Test
  void everyKeyInTheBundleIsUsed() {
    var unused = new TreeSet<String>();
    for (var key : bundle.stringPropertyNames()) {
      if (!OF_PICOCLI.contains(key)
          && literals.stream().noneMatch(literal -> names(literal, key))) {
        unused.add(key);
      }
    }
    assertThat(unused).as("Remove these from messages.properties:%n%s", lines(unused)).isEmpty();
  }

  @Test
  void everyTextCanBeRendered() {
    var figures = IntStream.range(0, 10).boxed().toArray();
    bundle.forEach((key, text) ->
        assertThat(new MessageFormat(text.toString(), Locale.ENGLISH).format(figures))
            .as("%s = %s", key, text)
            .doesNotContainPattern("\\{\\d"));
  }

  /// A row of the Projects screen has room for a few words only.
  @Test
  void everyProblemThatMayBeAnErrorHasAShortText() {
    var expected = new TreeSet<String>();
    for (var key : bundle.stringPropertyNames()) {
      var id = key.substring(key.lastIndexOf('.') + 1);
      if (key.equals("route.problem." + id) && !NEVER_ERRORS.contains(id)) {
        expected.add("projects.short." + id);
      }
    }
    assertThat(bundle.stringPropertyNames()).containsAll(expected);
  }

  @Test
  void quotesAreWrittenTwiceWhereTheyAreMeant() {
    bundle.forEach((key, text) -> {
      // A quote beside a brace is meant for MessageFormat: '{' prints a brace.
      var plain = text.toString().replaceAll("'\\{[^']*'|'}'", "");
      assertThat(LONE_QUOTE.matcher(plain).find())
          .as("%s: write every ' twice in: %s", key, text)
          .isFalse();
    });
  }

  /// picocli does not render with MessageFormat: a doubled quote would show.
  @Test
  void helpTextsHaveNoQuotesAndNoPercentSigns() {
    literals.stream()
        .map(HELP::matcher)
        .filter(Matcher::matches)
        .map(help -> bundle.getProperty(help.group(1)))
        .forEach(text -> assertThat(text).isNotNull().doesNotContain("'", "%"));
  }

  private void collect(String source) {
    var code = COMMENT.matcher(TEXT_BLOCK.matcher(source).replaceAll("")).replaceAll("");
    LITERAL.matcher(code).results().forEach(found -> literals.add(found.group(1)));
    NAMED.matcher(code).results().forEach(found -> named.add(found.group(1)));
    HELP.matcher(code).results().forEach(found -> named.add(found.group(1)));
  }

  /// A literal names a key in full, as picocli's help does, or by its beginning, to which the code
  /// adds.
  private static boolean names(String literal, String key) {
    return literal.equals(key)
        || literal.equals("${bundle:" + key + "}")
        || literal.length() > 3
            && (literal.endsWith(".") || literal.endsWith("-"))
            && key.startsWith(literal);
  }

  private static String lines(Set<String> keys) {
    var lines = new StringBuilder();
    keys.forEach(key -> lines.append(key).append(" = \n"));
    return lines.toString();
  }

  private static Properties read() throws IOException {
    var properties = new Properties();
    try (var reader = new InputStreamReader(Files.newInputStream(BUNDLE), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
