package dev.switchyard.domain.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.EffectiveRoute.Problem;
import dev.switchyard.fake.FakeRepositories;
import dev.switchyard.fake.MemoryFiles;
import dev.switchyard.ui.text.Texts;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Routes by the way Claude Code is started, and with its options.
class StartsTest {
  private static final Path HOME = Path.of("/home/ada");
  private static final Path PROJECT = HOME.resolve("src/app");
  private static final Path SHARED = PROJECT.resolve(".claude/settings.json");
  private static final Path USER = HOME.resolve(".claude/settings.json");
  private static final String URL = "ANTHROPIC_BASE_URL";

  private final MemoryFiles files = new MemoryFiles();
  private final Map<StartedFrom, Map<String, String>> variables = new EnumMap<>(StartedFrom.class);
  private final Map<StartedFrom, List<Message>> unknown = new EnumMap<>(StartedFrom.class);
  private int asked;

  @Test
  void eachWayOfStartingHasAnEnvironmentOfItsOwn() throws PortException {
    set(StartedFrom.VSCODE, URL, "http://localhost:11434");
    var routes = reader().readAll(PROJECT);

    assertThat(routes.of(StartedFrom.TERMINAL).destination()).isEqualTo(Destination.CLOUD);
    assertThat(routes.of(StartedFrom.VSCODE).destination()).isEqualTo(Destination.LOCAL);
    assertThat(routes.differingFrom(StartedFrom.TERMINAL)).containsExactly(StartedFrom.VSCODE);
    assertThat(routes.differingFrom(StartedFrom.VSCODE))
        .containsExactly(StartedFrom.TERMINAL, StartedFrom.DESKTOP);
    assertThat(routes.differ()).isTrue();
    assertThat(asked).as("how often environments were asked for").isLessThanOrEqualTo(4);
  }

  @Test
  void aFileMakesThemTheSame() throws PortException {
    set(StartedFrom.VSCODE, URL, "http://localhost:1");
    set(StartedFrom.DESKTOP, URL, "http://localhost:2");
    files.put(SHARED, "{\"env\":{\"ANTHROPIC_BASE_URL\":\"http://localhost:3\"}}");

    assertThat(reader().readAll(PROJECT).differ()).isFalse();
  }

  @Test
  void theReasonIsNamed() throws PortException {
    set(StartedFrom.DESKTOP, URL, "http://localhost:11434");
    set(StartedFrom.DESKTOP, "ANTHROPIC_MODEL", "gemma4-claude");
    var routes = reader().readAll(PROJECT);

    assertThat(texts(RouteSentence.differences(routes, StartedFrom.TERMINAL)))
        .containsExactly(
            "From a desktop icon they go to Ollama at localhost:11434 with gemma4-claude, since"
                + " ANTHROPIC_BASE_URL is set by the desktop session.");
    assertThat(texts(RouteSentence.differences(routes, StartedFrom.DESKTOP)))
        .contains(
            "From a terminal they go to Anthropic's cloud, since ANTHROPIC_BASE_URL is set only by"
                + " the desktop session.");
  }

  @Test
  void anErrorOfOneWayIsADifferenceToo() throws PortException {
    set(StartedFrom.VSCODE, "HTTP_PROXY", "http://proxy:3128");
    files.put(SHARED, "{\"env\":{\"ANTHROPIC_BASE_URL\":\"http://localhost:3\"}}");
    var routes = reader().readAll(PROJECT);

    assertThat(routes.differingFrom(StartedFrom.TERMINAL)).containsExactly(StartedFrom.VSCODE);
    assertThat(texts(RouteSentence.differences(routes, StartedFrom.TERMINAL)))
        .singleElement()
        .asString()
        .startsWith("In VS Code they do not: ")
        .contains("HTTP_PROXY");
  }

  @ParameterizedTest
  @CsvSource({"true, INFO", "false, WARNING"})
  void whatIsNotKnownMattersWhereNoFileDecides(boolean fileDecides, EffectiveRoute.Severity how)
      throws PortException {
    unknown.put(StartedFrom.TERMINAL, List.of(Message.of("route.start.no-shell")));
    if (fileDecides) {
      files.put(SHARED, "{\"env\":{\"ANTHROPIC_BASE_URL\":\"http://localhost:3\"}}");
    }

    assertThat(reader().read(PROJECT).problems())
        .filteredOn(problem -> problem.id().equals("environment-unknown"))
        .extracting(Problem::severity)
        .containsExactly(how);
  }

  @ParameterizedTest
  @ValueSource(strings = {"  {\"model\":\"flagged\"} ", "flag.json", "/home/ada/src/app/flag.json"})
  void settingsAreALayerAboveTheProjects(String argument) throws PortException {
    files.put(PROJECT.resolve("flag.json"), "{\"model\":\"flagged\"}");
    files.put(SHARED, "{\"model\":\"shared\"}");

    var model = read(start().withSettings(argument)).values().get("model");

    assertThat(model).isNotNull();
    assertThat(model.value()).isEqualTo("flagged");
    assertThat(model.winner()).isEqualTo(Layer.FLAG);
    assertThat(model.overruled())
        .extracting(EffectiveRoute.Source::layer)
        .containsExactly(Layer.PROJECT);
  }

  @Test
  void settingsOfAWrongTypeAreSkippedAsAWhole() throws PortException {
    var route = read(start().withSettings("{\"model\":\"x\",\"env\":1}"));

    assertThat(route.model()).isEmpty();
    assertThat(route.problems()).extracting(Problem::id).contains("settings-invalid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"nowhere.json|MISSING", "null|MISSING", "[]|MISSING", "{'a' 1}|MALFORMED"})
  void settingsThatClaudeCodeDoesNotStartWithAreRefused(String argument, PortException.Kind kind) {
    assertThatThrownBy(() -> read(start().withSettings(argument)))
        .isInstanceOfSatisfying(
            PortException.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
  }

  @Test
  void theModelOptionIsStrongerThanEverythingAndAResumedSessionOnlyThanTheFile()
      throws PortException {
    files.put(SHARED, "{\"model\":\"shared\"}");
    assertThat(read(start().resuming("earlier")).model()).contains("earlier");
    assertThat(read(start().withModel("typed")).model()).contains("typed");

    set(StartedFrom.TERMINAL, "ANTHROPIC_MODEL", "variable");
    assertThat(read(start().resuming("earlier")).model()).contains("variable");
    assertThat(read(start().withModel("typed")).model()).contains("typed");
  }

  @Test
  void anEnvironmentsTextNamesNoValue() {
    set(StartedFrom.TERMINAL, "ANTHROPIC_API_KEY", "sk-ant-made-up");

    assertThat(environment(StartedFrom.TERMINAL).toString())
        .contains("ANTHROPIC_API_KEY")
        .doesNotContain("made-up");
  }

  @Test
  void togetherTheFirstThatSaysSomethingCounts() {
    var together =
        StartEnvironment.together(
            List.of(
                StartEnvironment.own(Map.of("A", "", "B", "1")),
                StartEnvironment.own(Map.of("A", "2", "B", "3", "C", ""))));

    assertThat(together.variables()).isEqualTo(Map.of("A", "2", "B", "1", "C", ""));
  }

  private static ClaudeStart start() {
    return new ClaudeStart(PROJECT, StartedFrom.TERMINAL);
  }

  private EffectiveRoute read(ClaudeStart start) throws PortException {
    return reader().read(start);
  }

  private static List<String> texts(List<Message> messages) {
    var texts = new Texts(Locale.ENGLISH);
    return messages.stream().map(texts::text).toList();
  }

  private void set(StartedFrom from, String name, String value) {
    variables.computeIfAbsent(from, _ -> new HashMap<>()).put(name, value);
  }

  private SettingsRouteReader reader() {
    return new SettingsRouteReader(
        files,
        new FakeRepositories(),
        () -> Account.NONE,
        new ClaudeSurroundings(HOME, Path.of("/etc/managed.json"), USER, Map.of()),
        this::environment);
  }

  private StartEnvironment environment(StartedFrom from) {
    asked++;
    var known =
        StartEnvironment.of(
            Message.of("route.feed.session"), variables.getOrDefault(from, Map.of()));
    return new StartEnvironment(known.feeds(), unknown.getOrDefault(from, List.of()), List.of());
  }
}
