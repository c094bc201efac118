package dev.switchyard.domain.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import dev.switchyard.domain.route.option.RouteOption;
import dev.switchyard.domain.route.option.RouteOptions;
import dev.switchyard.fake.FakeRepositories;
import dev.switchyard.fake.MemoryFiles;
import dev.switchyard.fake.MemoryJournal;
import dev.switchyard.fake.MemoryVersions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a person chooses of a route's options, written and remembered.
class SwitchOptionsTest {
  private static final Path HOME = Path.of("/home/ada");
  private static final Path USER = HOME.resolve(".claude/settings.json");
  private static final Path PROJECT = HOME.resolve("src/app");
  private static final Path SHARED = PROJECT.resolve(".claude/settings.json");

  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private final MemoryFiles files = new MemoryFiles();
  private final MemoryJournal journal = new MemoryJournal();
  private final Map<String, String> process = new HashMap<>();

  @BeforeEach
  void folders() {
    files.folders.add(HOME);
    files.folders.add(PROJECT);
  }

  @Test
  void withoutAChoiceALargeContextKeepsAllToolsAndNothingIsReported() throws PortException {
    var plan = local(65_536, RouteOptions.UNNAMED);

    assertThat(text())
        .doesNotContain("deny")
        .doesNotContain("DISABLE_WORKFLOWS")
        .doesNotContain("EXTRA_BODY")
        .contains("\"CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC\": \"1\"");
    assertThat(plan.notes()).isEmpty();
  }

  @Test
  void aSmallContextLeavesToolsOutAndSaysSo() throws PortException {
    var plan = local(32_768, RouteOptions.UNNAMED);

    assertThat(text())
        .contains("\"CLAUDE_CODE_DISABLE_WORKFLOWS\": \"1\"")
        .contains("\"deny\": [")
        .contains("\"Agent\"");
    assertThat(plan.notes()).extracting(Message::key).containsExactly("route.note.slimmed");
  }

  @Test
  void toolsThatArePersonallyWantedStayAndTheLackOfRoomIsSaid() throws PortException {
    var plan = local(32_768, choice(RouteOption.SLIM, "none"));

    assertThat(text()).doesNotContain("deny");
    assertThat(plan.notes()).extracting(Message::key).containsExactly("route.note.cramped");
  }

  @Test
  void eachOptionIsWritten() throws PortException {
    local(
        65_536,
        choice(RouteOption.SLIM, "light")
            .orElse(choice(RouteOption.EFFORT, "low"))
            .orElse(choice(RouteOption.THINKING, "off"))
            .orElse(choice(RouteOption.TRAFFIC, "on")));

    assertThat(text())
        .contains("\"CLAUDE_CODE_DISABLE_CRON\": \"1\"")
        .contains("\"CLAUDE_CODE_EFFORT_LEVEL\": \"low\"")
        .contains(
            "\"CLAUDE_CODE_EXTRA_BODY\": \"{\\\"thinking\\\":{\\\"type\\\":\\\"disabled\\\"}}\"")
        .doesNotContain("NONESSENTIAL")
        .doesNotContain("deny");
  }

  @Test
  void aChoiceIsKeptBySwitchingAgain() throws PortException {
    local(65_536, choice(RouteOption.SLIM, "medium").orElse(choice(RouteOption.EFFORT, "low")));

    var plan = local(131_072, RouteOptions.UNNAMED);

    assertThat(text()).contains("\"ListAgents\"").contains("\"CLAUDE_CODE_EFFORT_LEVEL\": \"low\"");
    var options = plan.request().local().orElseThrow().options();
    assertThat(options.level(RouteOption.SLIM).name()).isEqualTo("medium");
    assertThat(options.level(RouteOption.TRAFFIC).name()).isEqualTo("off");
  }

  @Test
  void aChoiceIsKeptInAnotherFileOfTheProject() throws PortException {
    local(65_536, choice(RouteOption.TRAFFIC, "on"));
    var request =
        RouteRequest.local(
            PROJECT, Optional.of(Scope.LOCAL), new LocalTarget("http://localhost:1", "m", 65_536));

    var options = switcher().plan(request).request().local().orElseThrow().options();

    assertThat(options.level(RouteOption.TRAFFIC).name()).isEqualTo("on");
  }

  @Test
  void whatOnlyTheContextAskedForIsNoChoice() throws PortException {
    local(32_768, RouteOptions.UNNAMED);
    local(131_072, RouteOptions.UNNAMED);

    assertThat(text()).doesNotContain("deny").doesNotContain("DISABLE_CRON");
  }

  @Test
  void inheritTakesExactlyOurRulesOut() throws PortException {
    var own = "{ \"permissions\": { \"deny\": [ \"WebFetch\", \"Agent\" ] } }\n";
    files.put(SHARED, own);

    local(65_536, choice(RouteOption.SLIM, "full"));
    assertThat(text()).contains("\"WebFetch\", \"Agent\", \"ScheduleWakeup\"");
    apply(RouteRequest.inherit(PROJECT, Optional.empty()));

    assertThat(files.text(SHARED)).contains(own);
  }

  @Test
  void lessSlimTakesOutWhatItNoLongerNeeds() throws PortException {
    local(65_536, choice(RouteOption.SLIM, "full"));
    local(65_536, choice(RouteOption.SLIM, "medium"));

    assertThat(text()).contains("\"ListAgents\"").doesNotContain("\"Agent\"");
    local(65_536, choice(RouteOption.SLIM, "none"));
    assertThat(text()).doesNotContain("deny");
  }

  @Test
  void additionsToEachRequestAndListsOfModelsOfOthersAreTakenBack() throws PortException {
    files.put(USER, "{\"enforceAvailableModels\":true,\"availableModels\":[\"sonnet\"]}");
    process.put("CLAUDE_CODE_EXTRA_BODY", "{\"model\":\"other\"}");

    local(65_536, RouteOptions.UNNAMED);

    assertThat(text())
        .contains("\"enforceAvailableModels\": false")
        .contains("\"CLAUDE_CODE_EXTRA_BODY\": \"\"");
  }

  private static RouteOptions choice(RouteOption option, String level) {
    return RouteOptions.UNNAMED.with(option, option.level(level).orElseThrow());
  }

  private RoutePlan local(int context, RouteOptions options) throws PortException {
    return apply(
        RouteRequest.local(
            PROJECT,
            Optional.empty(),
            new LocalTarget("http://localhost:11434", "gemma4-claude", context).with(options)));
  }

  private RoutePlan apply(RouteRequest request) throws PortException {
    var plan = switcher().plan(request);
    switcher().apply(plan);
    return plan;
  }

  private String text() {
    return files.text(SHARED).orElseThrow();
  }

  private SwitchRoute switcher() {
    var repositories = new FakeRepositories();
    var surroundings =
        new ClaudeSurroundings(
            HOME, Path.of("/etc/claude-code/managed-settings.json"), USER, process);
    return new SwitchRoute(
        files,
        repositories,
        new SettingsRouteReader(files, repositories, () -> Account.NONE, surroundings),
        new JournaledFiles(files, journal, new MemoryVersions(), CLOCK),
        surroundings,
        List::of,
        CLOCK);
  }
}
