package dev.switchyard.domain.route.text;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchyard.domain.PortException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTextTest {
  private static final Path FILE = Path.of("settings.json");
  private static final SettingKey MODEL = SettingKey.top("model");
  private static final SettingKey URL = SettingKey.env("ANTHROPIC_BASE_URL");
  private static final SettingKey KEY = SettingKey.env("ANTHROPIC_API_KEY");
  private static final SettingKey MODE = SettingKey.permission("defaultMode");
  private static final List<SettingKey> OWNED =
      List.of(
          MODEL,
          URL,
          KEY,
          SettingKey.env("ANTHROPIC_MODEL"),
          MODE,
          SettingKey.permission("disableAutoMode"),
          SettingKey.denied("Workflow"),
          SettingKey.denied("WebSearch"),
          SettingKey.denied("Cron\"é"));

  @Test
  void newMembersLookLikeTheirNeighbours() throws PortException {
    var text = parse("{\n\t\"theme\" : \"dark\",\n\t\"env\" : {\n\t\t\"A\" : \"1\"\n\t}\n}\n");

    var changed = text.with(changes(MODEL, "\"m\"", URL, "\"u\"", MODE, "\"default\""));

    assertThat(changed)
        .hasToString(
            "{\n"
                + "\t\"theme\" : \"dark\",\n"
                + "\t\"env\" : {\n"
                + "\t\t\"A\" : \"1\",\n"
                + "\t\t\"ANTHROPIC_BASE_URL\" : \"u\"\n"
                + "\t},\n"
                + "\t\"model\" : \"m\",\n"
                + "\t\"permissions\" : {\n"
                + "\t\t\"defaultMode\" : \"default\"\n"
                + "\t}\n"
                + "}\n");
  }

  @Test
  void minifiedStaysMinified() throws PortException {
    assertThat(parse("{\"a\":1}").with(changes(URL, "\"u\"", KEY, "\"\"")))
        .hasToString("{\"a\":1,\"env\":{\"ANTHROPIC_BASE_URL\":\"u\",\"ANTHROPIC_API_KEY\":\"\"}}");
  }

  @Test
  void lineEndsOfTheFileAreUsed() throws PortException {
    assertThat(parse("{\r\n  \"a\": 1\r\n}").with(changes(MODEL, "\"m\"")))
        .hasToString("{\r\n  \"a\": 1,\r\n  \"model\": \"m\"\r\n}");
  }

  @Test
  void aNewFileIsWrittenAsClaudeCodeWritesOne() throws PortException {
    var text =
        SettingsText.parse(FILE, Optional.empty()).with(changes(MODEL, "\"m\"", URL, "\"u\""));

    assertThat(text)
        .hasToString(
            "{\n  \"model\": \"m\",\n  \"env\": {\n    \"ANTHROPIC_BASE_URL\": \"u\"\n  }\n}\n");
  }

  @Test
  void aValueIsReplacedInItsPlace() throws PortException {
    assertThat(parse("{ \"model\" :  \"opus\" , \"b\": 2 }").with(changes(MODEL, "\"m\"")))
        .hasToString("{ \"model\" :  \"m\" , \"b\": 2 }");
  }

  @Test
  void switchingOnAndOffGivesBackTheSameBytes() throws PortException {
    for (int i = 0; i < 5_000; i++) {
      long seed = 0x5EED_0000L + i;
      var random = new Random(seed);
      var original = new RandomSettings(random).next();
      var text = SettingsText.parse(FILE, Optional.of(original));
      var standing = text.standing(OWNED);

      var on = text.with(randomChanges(random));
      var off = on.restored(standing);

      assertThat(off).as("seed %s: %s", seed, text).isPresent();
      assertThat(off.get().bytes()).as("seed %s: %s", seed, on).isEqualTo(original);
    }
  }

  @Test
  void everyByteOutsideOwnedMembersStays() throws PortException {
    for (int i = 0; i < 5_000; i++) {
      long seed = 0xF0_0000L + i;
      var random = new Random(seed);
      var text = SettingsText.parse(FILE, Optional.of(new RandomSettings(random).next()));
      var foreign = withoutOwned(text);

      var on = text;
      for (int step = 0; step < 3; step++) {
        on = on.with(randomChanges(random));
      }

      assertThat(withoutOwned(on))
          .as("seed %s: %s%n became%n%s", seed, text, on)
          .isEqualTo(foreign);
      for (var name : text.names(Section.TOP)) {
        assertThat(on.names(Section.TOP)).as("seed %s", seed).contains(name);
      }
    }
  }

  @Test
  void foreignEditsInBetweenSurviveSwitchingOff() throws PortException {
    for (int i = 0; i < 2_000; i++) {
      long seed = 0xED17_0000L + i;
      var random = new Random(seed);
      var text = SettingsText.parse(FILE, Optional.of(new RandomSettings(random).next()));
      var foreign = changes(SettingKey.top("foreign"), "[1]", SettingKey.env("FOREIGN"), "\"1\"");

      var off =
          text.with(randomChanges(random))
              .with(foreign)
              .restored(text.standing(OWNED))
              .orElseThrow();

      for (var key : foreign.keySet()) {
        assertThat(off.value(key)).as("seed %s: %s", seed, off).isPresent();
      }
      for (var key : OWNED) {
        assertThat(off.value(key)).as("seed %s: %s", seed, off).isEqualTo(text.value(key));
      }
    }
  }

  @Test
  void aFileThatTheRouteCreatedGoesUnlessSomebodyElseWroteIntoIt() throws PortException {
    var none = SettingsText.parse(FILE, Optional.empty());
    var on = none.with(changes(MODEL, "\"m\"", URL, "\"u\"", MODE, "\"default\""));

    assertThat(on.restored(none.standing(OWNED))).isEmpty();
    assertThat(
            on.with(changes(SettingKey.permission("allow"), "[]")).restored(none.standing(OWNED)))
        .hasValueSatisfying(left ->
            assertThat(left).hasToString("{\n  \"permissions\": {\n    \"allow\": []\n  }\n}\n"));
  }

  @Test
  void anEmptyObjectThatWasThereStays() throws PortException {
    var text = parse("{\n  \"env\": { },\n  \"a\": 1\n}");

    var off = text.with(changes(URL, "\"u\"", MODE, "\"default\"")).restored(text.standing(OWNED));

    assertThat(off.orElseThrow()).hasToString(text.toString());
  }

  @Test
  void rulesOfAPersonStayBesideOurs() throws PortException {
    var text =
        parse(
            "{\n  \"permissions\": {\n    \"deny\": [\n      \"WebSearch\",\n      \"Read(./.env)\"\n"
                + "    ]\n  }\n}\n");
    var ours = List.of(SettingKey.denied("Workflow"), SettingKey.denied("WebSearch"));
    var wanted = new LinkedHashMap<SettingKey, Optional<String>>();
    ours.forEach(key -> wanted.put(key, Optional.of(JsonLiterals.text(key.name()))));

    var on = text.with(wanted);
    var off = on.restored(text.standing(ours)).orElseThrow();

    assertThat(on.names(Section.DENY)).containsExactly("WebSearch", "Read(./.env)", "Workflow");
    assertThat(on.toString()).contains("\"Read(./.env)\",\n      \"Workflow\"\n    ]");
    assertThat(off).as("what was there before stays").hasToString(text.toString());
  }

  @Test
  void aRuleThatAPersonAddedOnceMoreStays() throws PortException {
    var text = parse("{\"permissions\":{\"deny\":[\"Read(x)\"]}}");
    var workflow = SettingKey.denied("Workflow");

    var on = text.with(changes(workflow, "\"Workflow\"")).toString();
    var twice = parse(on.replace("\"Workflow\"", "\"Workflow\",\"Workflow\""));

    assertThat(twice.restored(text.standing(List.of(workflow))).orElseThrow())
        .hasToString("{\"permissions\":{\"deny\":[\"Read(x)\",\"Workflow\"]}}");
  }

  @Test
  void aListOfRulesThatTheRouteMadeGoesWithItsObject() throws PortException {
    var text = parse("{\n  \"a\": 1\n}\n");

    var on = text.with(changes(SettingKey.denied("A"), "\"A\"", SettingKey.denied("B"), "\"B\""));

    assertThat(on)
        .hasToString(
            "{\n  \"a\": 1,\n  \"permissions\": {\n    \"deny\": [\n      \"A\",\n      \"B\"\n"
                + "    ]\n  }\n}\n");
    assertThat(on.restored(text.standing(List.of(SettingKey.denied("A"), SettingKey.denied("B")))))
        .hasValueSatisfying(off -> assertThat(off).hasToString(text.toString()));
  }

  @Test
  void unparsableTextIsNamedByLineAndColumn() {
    var failure =
        catchThrowableOfType(PortException.class, () -> parse("{\n  \"é\": 1,\n  \"b\": ,\n}"));

    assertThat(failure.kind()).isEqualTo(PortException.Kind.MALFORMED);
    assertThat(failure.text().key()).isEqualTo("route.settings.unparsable");
    assertThat(failure.text().arguments().subList(1, 3)).containsExactly(3L, 8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"a\":1,}",
        "{ // c\n}",
        "{}{}",
        "{} x",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":\"\t\"}",
        "{\"a\" 1}"
      })
  void whatClaudeCodeCannotParseIsRefused(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(PortException.Kind.MALFORMED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "1",
        "{\"env\":[]}",
        "{\"env\":null}",
        "{\"model\":1}",
        "{\"permissions\":\"x\"}",
        "{\"permissions\":{\"defaultMode\":\"x\"}}",
        "{\"permissions\":{\"allow\":{}}}",
        "{\"statusLine\":1}",
        "{\"apiKeyHelper\":false}",
        "{\"cleanupPeriodDays\":\"3\"}",
        "{\"verbose\":null}"
      })
  void whatClaudeCodeSkipsAsAWholeIsRefused(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(PortException.Kind.REFUSED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"hooks\":1}",
        "{\"unknown\":1}",
        "{\"env\":{\"A\":1}}",
        "{\"a\":1,\"a\":2}",
        "\uFEFF{}",
        "{\"effortLevel\":1}"
      })
  void whatClaudeCodeAcceptsIsAccepted(String text) throws PortException {
    assertThat(parse(text).with(changes(MODEL, "\"m\"")).value(MODEL))
        .contains(new SettingValue("m", true));
  }

  @Test
  void anOwnedKeyThatStandsTwiceIsRefused() throws PortException {
    for (var text :
        List.of(
            "{\"model\":\"a\",\"mod\\u0065l\":\"b\"}",
            "{\"env\":{},\"env\":{}}",
            "{\"env\":{\"ANTHROPIC_BASE_URL\":\"a\",\"ANTHROPIC_BASE_URL\":\"b\"}}")) {
      var settings = parse(text);
      assertThatThrownBy(() -> settings.with(changes(MODEL, "\"m\"", URL, "\"u\"")))
          .isInstanceOfSatisfying(
              PortException.class,
              e -> assertThat(e.text().key()).isEqualTo("route.settings.duplicate"));
    }
  }

  @Test
  void otherEncodingsAreReadButNotWritten() throws PortException {
    var utf16 = "\uFEFF{\"model\":\"é\"}".getBytes(UTF_16LE);

    assertThat(SettingsText.parseForReading(FILE, utf16).value(MODEL))
        .contains(new SettingValue("é", true));
    assertThatThrownBy(() -> SettingsText.parse(FILE, Optional.of(utf16)))
        .isInstanceOf(PortException.class);
    assertThatThrownBy(() ->
            SettingsText.parse(
                FILE, Optional.of(new byte[] {'{', '"', (byte) 0xE9, '"', ':', '1', '}'})))
        .isInstanceOf(PortException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void textWithZeroBytesIsRefusedNotGuessed(String charset) {
    var bytes = "{\"model\":\"m\"}".getBytes(Charset.forName(charset));

    assertThatThrownBy(() -> SettingsText.parseForReading(FILE, bytes))
        .isInstanceOf(PortException.class);
    assertThatThrownBy(() -> SettingsText.parse(FILE, Optional.of(bytes)))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(PortException.Kind.REFUSED));
  }

  @Test
  void literalsBecomeStringsAsJavaScriptMakesThem() throws PortException {
    var text =
        parse(
            "{\"env\":{\"A\":8192,\"B\":true,\"C\":null,\"D\":{},\"E\":1e3,\"F\":1.50,\"G\":\"8192\"}}");

    assertThat(List.of("A", "B", "C", "D", "E", "F"))
        .map(name -> text.value(SettingKey.env(name)).orElseThrow())
        .containsExactly(
            new SettingValue("8192", false),
            new SettingValue("true", false),
            new SettingValue("null", false),
            new SettingValue("[object Object]", false),
            new SettingValue("1000", false),
            new SettingValue("1.5", false));
    assertThat(text.value(SettingKey.env("G"))).contains(new SettingValue("8192", true));
  }

  @Test
  void aLargeDeepFileIsNoObstacle() throws PortException {
    var deep = "[".repeat(2_000) + "]".repeat(2_000);
    var text = parse("{\"deep\":" + deep + ",\"long\":\"" + "é".repeat(500_000) + "\"}");

    assertThat(
            text.with(changes(MODEL, "\"m\"")).restored(text.standing(OWNED)).orElseThrow().bytes())
        .isEqualTo(text.bytes());
  }

  private static SettingsText parse(String text) throws PortException {
    return SettingsText.parse(FILE, Optional.of(text.getBytes(UTF_8)));
  }

  private static Map<SettingKey, Optional<String>> changes(Object... keysAndValues) {
    var changes = new LinkedHashMap<SettingKey, Optional<String>>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      changes.put((SettingKey) keysAndValues[i], Optional.of((String) keysAndValues[i + 1]));
    }
    return changes;
  }

  private static Map<SettingKey, Optional<String>> randomChanges(Random random) {
    var changes = new LinkedHashMap<SettingKey, Optional<String>>();
    for (var key : OWNED) {
      if (random.nextBoolean()) {
        changes.put(
            key,
            Optional.of(
                switch (key.section()) {
                  case DENY -> JsonLiterals.text(key.name());
                  case PERMISSIONS -> key.equals(MODE) ? "\"default\"" : "\"disable\"";
                  case TOP, ENV -> "\"v" + random.nextInt(9) + "\"";
                }));
      }
    }
    return changes;
  }

  /// What is left when every owned member is taken out: the foreign bytes.
  private static String withoutOwned(SettingsText text) throws PortException {
    var removed = new LinkedHashMap<SettingKey, Optional<String>>();
    OWNED.forEach(key -> removed.put(key, Optional.empty()));
    var foreign = text.with(removed);
    // Of a rule that a person wrote twice one goes; the second goes with the second time.
    while (OWNED.stream().map(foreign::value).anyMatch(Optional::isPresent)) {
      foreign = foreign.with(removed);
    }
    for (var section : List.of(Section.DENY, Section.ENV, Section.PERMISSIONS)) {
      if (foreign.names(section).isEmpty()) {
        foreign = foreign.with(Map.of(section.asKey(), Optional.empty()));
      }
    }
    return foreign.names(Section.TOP).isEmpty() ? "" : foreign.toString();
  }
}
