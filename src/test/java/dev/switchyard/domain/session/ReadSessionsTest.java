package dev.switchyard.domain.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.Account;
import dev.switchyard.domain.route.ClaudeSurroundings;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.SettingsRouteReader;
import dev.switchyard.domain.session.SessionRoute.State;
import dev.switchyard.fake.FakeRepositories;
import dev.switchyard.fake.MemoryFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadSessionsTest {
  private static final Path HOME = Path.of("/home/ada");
  private static final Path USER = HOME.resolve(".claude/settings.json");
  private static final Path PROJECT = HOME.resolve("src/app");
  private static final Path SETTINGS = PROJECT.resolve(".claude/settings.json");
  private static final Instant BEGIN = Instant.parse("2026-11-23T10:00:00Z");
  private static final String ONE = local("http://localhost:1", "gemma");
  private static final String OTHER = local("http://localhost:2", "gemma");
  private static final String SECRET = "sk-ant-made-up";

  private final MemoryFiles files = new MemoryFiles();
  private final FakeRepositories repositories = new FakeRepositories();
  private final Map<Path, List<EarlierSettings.Earlier>> past = new HashMap<>();
  private final List<Path> asked = new ArrayList<>();
  private final Map<Path, Instant> changes = new HashMap<>();
  private final Map<Path, Instant> folders = new HashMap<>();
  private final List<ClaudeProcess> processes = new ArrayList<>();
  private final List<SessionNote> notes = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>(Map.of("HOME", HOME.toString()));

  @Test
  void withoutAChangeSinceItBeganASessionIsUpToDate() throws PortException {
    files.put(SETTINGS, ONE);
    begin();

    var report = only();

    assertThat(report.route().state()).isEqualTo(State.CURRENT);
    assertThat(report.route().text()).isEqualTo(Message.of("sessions.state.current"));
    assertThat(report.needsRestart()).isFalse();
    assertThat(value(report.route().follows()).baseUrl()).isEqualTo("http://localhost:1");
  }

  @Test
  void aChangedAddressCountsFromTheNextMessageOn() throws PortException {
    files.put(SETTINGS, ONE);
    begin();
    change(SETTINGS, OTHER);

    var route = only().route();

    assertThat(route.text()).isEqualTo(Message.of("sessions.state.new-address", "localhost:2"));
    assertThat(route.needsRestart()).isFalse();
    assertThat(value(route.started()).baseUrl()).isEqualTo("http://localhost:1");
    assertThat(value(route.follows()).baseUrl()).isEqualTo("http://localhost:2");
  }

  @Test
  void aFileThatWasNotThereAtTheBeginningCountsToo() throws PortException {
    environment.put("ANTHROPIC_BASE_URL", "http://localhost:9");
    environment.put("ANTHROPIC_MODEL", "gemma");
    begin();
    change(SETTINGS, ONE);

    assertThat(only().route().text())
        .isEqualTo(Message.of("sessions.state.new-address", "localhost:1"));
  }

  @Test
  void whatSessionsShareIsLookedUpOnce() throws PortException {
    files.put(SETTINGS, ONE);
    process(7, PROJECT);
    process(8, PROJECT);
    change(SETTINGS, OTHER);

    assertThat(sessions().all())
        .extracting(report -> report.route().state())
        .containsExactly(State.CURRENT, State.CURRENT);
    assertThat(asked).contains(SETTINGS).doesNotHaveDuplicates();
  }

  @Test
  void anAliasIsTheTierOfTheMoment() throws PortException {
    files.put(SETTINGS, json("{'env':{'ANTHROPIC_BASE_URL':'http://localhost:1'}}"));
    begin("--model", "best");
    change(
        SETTINGS,
        json(
            "{'env':{'ANTHROPIC_BASE_URL':'http://localhost:1',"
                + "'ANTHROPIC_DEFAULT_OPUS_MODEL':'qwen'}}"));

    assertThat(value(only().route().follows()).model()).contains("qwen");
  }

  @Test
  void theModelStaysUntilTheRestart() throws PortException {
    files.put(SETTINGS, ONE);
    begin();
    change(SETTINGS, local("http://localhost:1", "qwen"));

    var report = only();

    assertThat(report.route().state()).isEqualTo(State.KEEPS_MODEL);
    assertThat(report.route().text())
        .isEqualTo(Message.of("sessions.state.keeps-model", "localhost:1", "gemma", "qwen"));
    assertThat(report.restart()).isEqualTo(Known.of(List.of("claude", "-c", "--model", "qwen")));
  }

  @Test
  void withoutAModelTheTierOfTheMomentIsAsked() throws PortException {
    begin();
    change(
        SETTINGS,
        local("http://localhost:1", "qwen")
            .replace("}}", ",\"ANTHROPIC_DEFAULT_OPUS_MODEL\":\"qwen\"}}"));

    assertThat(only().route().state()).isEqualTo(State.CURRENT);
  }

  @Test
  void removedSettingsStayInForce() throws PortException {
    files.put(SETTINGS, ONE);
    begin();
    change(SETTINGS, null);

    var report = only();

    assertThat(report.route().state()).isEqualTo(State.KEEPS_ROUTE);
    assertThat(report.route().text())
        .isEqualTo(
            Message.of("sessions.state.keeps-route", "localhost:1", "gemma", "api.anthropic.com"));
    assertThat(report.needsRestart()).isTrue();
    assertThat(report.restart()).isEqualTo(Known.of(List.of("claude", "-c", "--model", "default")));
  }

  @Test
  void theLastOfSeveralRemovedValuesStays() throws PortException {
    files.put(SETTINGS, ONE);
    begin();
    change(SETTINGS, OTHER);
    change(SETTINGS, null);

    assertThat(value(only().route().follows()).baseUrl()).isEqualTo("http://localhost:2");
  }

  @Test
  void aWeakerFileTakesOverWhatAStrongerOneGivesUp() throws PortException {
    files.put(SETTINGS, ONE).put(USER, OTHER);
    begin();
    change(SETTINGS, null);

    var route = only().route();

    assertThat(route.state()).isEqualTo(State.CURRENT);
    assertThat(value(route.follows()).baseUrl()).isEqualTo("http://localhost:2");
  }

  @Test
  void blanksCancelAtOnceButNotTheModel() throws PortException {
    files.put(SETTINGS, ONE);
    begin();
    change(SETTINGS, json("{'env':{'ANTHROPIC_BASE_URL':'','ANTHROPIC_AUTH_TOKEN':''}}"));

    assertThat(only().route().text())
        .isEqualTo(
            Message.of(
                "sessions.state.new-address-keeps-model",
                "api.anthropic.com",
                "gemma",
                Message.of("sessions.default-model")));
  }

  @Test
  void aFileThatHasBecomeInvalidGoesOnCounting() throws PortException {
    files.put(SETTINGS, ONE);
    begin();
    change(SETTINGS, "{broken");

    var route = only().route();

    assertThat(route.state()).isEqualTo(State.KEEPS_ROUTE);
    assertThat(value(route.follows()).baseUrl()).isEqualTo("http://localhost:1");
    assertThat(value(route.fresh()).baseUrl()).isEmpty();
  }

  @Test
  void changesInAFolderThatWasMadeAnewAreNotNoticed() throws PortException {
    files.put(SETTINGS, ONE);
    begin();
    change(SETTINGS, null);
    change(SETTINGS, OTHER);
    folders.put(SETTINGS, changes.get(SETTINGS));

    var route = only().route();

    assertThat(value(route.follows()).baseUrl()).isEqualTo("http://localhost:1");
    assertThat(route.text())
        .isEqualTo(
            Message.of("sessions.state.misses-changes", "localhost:1", "gemma", "localhost:2"));
  }

  @Test
  void aFileThatIsMadeAnewInTheSameFolderIsNoticed() throws PortException {
    files.put(SETTINGS, ONE);
    begin();
    change(SETTINGS, null);
    change(SETTINGS, OTHER);
    folders.put(SETTINGS, BEGIN.minusSeconds(3600));

    assertThat(value(only().route().follows()).baseUrl()).isEqualTo("http://localhost:2");
  }

  @Test
  void aPastThatNobodyRemembersIsNotGuessed() throws PortException {
    begin();
    files.put(SETTINGS, ONE);
    changes.put(SETTINGS, BEGIN.plusSeconds(60));

    var report = only();

    assertThat(report.route().state()).isEqualTo(State.UNSURE);
    assertThat(report.route().follows()).isInstanceOf(Known.Unknown.class);
    assertThat(value(report.route().fresh()).baseUrl()).isEqualTo("http://localhost:1");
    assertThat(report.needsRestart()).isTrue();
  }

  @Test
  void whatWasFoundBeforeSwitchyardWroteStoodThereAtTheBeginning() throws PortException {
    past.put(
        SETTINGS,
        List.of(earlier(-100, false, ONE), earlier(50, true, OTHER), earlier(51, false, null)));
    changes.put(SETTINGS, BEGIN.plusSeconds(51));
    begin();

    assertThat(value(only().route().started()).baseUrl()).isEqualTo("http://localhost:2");
  }

  @Test
  void aContentThatCameBackIsKnownToHaveBeenTheOtherOne() throws PortException {
    // Nothing, then a route, then nothing again: the store keeps "nothing" under its last time.
    past.put(SETTINGS, List.of(earlier(50, false, ONE), earlier(60, false, null)));
    changes.put(SETTINGS, BEGIN.plusSeconds(60));
    begin();

    var route = only().route();

    assertThat(value(route.started()).baseUrl()).isEmpty();
    assertThat(value(route.follows()).baseUrl()).isEqualTo("http://localhost:1");
    assertThat(route.state()).isEqualTo(State.KEEPS_ROUTE);
  }

  @Test
  void optionsDecideAndComeBackInTheRestart() throws PortException {
    files.put(HOME.resolve("x.json"), OTHER).put(SETTINGS, ONE);
    begin("--settings", "/home/ada/x.json", "--model=other");

    var report = only();

    assertThat(value(report.route().follows()).baseUrl()).isEqualTo("http://localhost:2");
    assertThat(value(report.route().follows()).model()).contains("other");
    assertThat(report.restart())
        .isEqualTo(
            Known.of(
                List.of("claude", "-c", "--model", "other", "--settings", "/home/ada/x.json")));
  }

  @Test
  void settingSourcesLeaveLayersOut() throws PortException {
    files.put(SETTINGS, ONE).put(USER, OTHER);
    begin("--setting-sources", "user");

    assertThat(value(only().route().follows()).baseUrl()).isEqualTo("http://localhost:2");
  }

  @Test
  void theRestrictedModeLeavesAllOfThemOut() throws PortException {
    files.put(SETTINGS, ONE).put(USER, OTHER);
    begin("--restricted");

    var report = only();

    assertThat(value(report.route().follows()).baseUrl()).isEmpty();
    assertThat(report.restart())
        .isEqualTo(Known.of(List.of("claude", "-c", "--model", "default", "--restricted")));
  }

  @Test
  void soItDoesWhereTheEnvironmentSwitchesItOn() throws PortException {
    files.put(SETTINGS, ONE);
    environment.put("CLAUDE_CODE_RESTRICTED", "1");
    begin();
    files.put(SETTINGS, OTHER);

    var report = only();

    assertThat(value(report.route().follows()).baseUrl()).isEmpty();
    assertThat(report.needsRestart()).isFalse();
  }

  @Test
  void settingsOnTheCommandLineAreNeverRepeated() throws PortException {
    begin("--settings", json("{'env':{'ANTHROPIC_API_KEY':'" + SECRET + "'}}"));

    var report = only();

    assertThat(report.restart()).isEqualTo(Known.unknown(Message.of("sessions.restart.inline")));
    assertThat(report.route().toString()).doesNotContain(SECRET);
  }

  @Test
  void noCredentialOfARemovedSettingIsKept() throws PortException {
    files.put(
        SETTINGS,
        json(
            "{'env':{'ANTHROPIC_BASE_URL':'http://localhost:1','ANTHROPIC_AUTH_TOKEN':'"
                + SECRET
                + "'}}"));
    begin();
    change(SETTINGS, null);

    assertThat(only().route().toString()).doesNotContain(SECRET).contains(EffectiveRoute.HIDDEN);
  }

  @Test
  void aNoteTellsWhatToResume() throws PortException {
    begin();
    notes.add(new SessionNote(7, "1-2-3", PROJECT, BEGIN.plusSeconds(1), "cli"));

    assertThat(only().session().id()).isEqualTo(Known.of("1-2-3"));
    assertThat(only().restart())
        .isEqualTo(Known.of(List.of("claude", "--resume", "1-2-3", "--model", "default")));
  }

  @Test
  void aNoteOfAnEarlierProcessWithTheSameNumberIsNotTaken() throws PortException {
    begin();
    notes.add(new SessionNote(7, "1-2-3", PROJECT, BEGIN.minusSeconds(90), "cli"));

    assertThat(only().session().id()).isInstanceOf(Known.Unknown.class);
  }

  @Test
  void nobodyRestartsWhatEndsByItself() throws PortException {
    files.put(SETTINGS, ONE);
    begin("-p", "hello");
    change(SETTINGS, null);

    assertThat(only().session().kind()).isEqualTo(RunningSession.Kind.PRINT);
    assertThat(only().needsRestart()).isFalse();
  }

  @Test
  void sessionsOfAnotherHomeAreNotShown() throws PortException {
    environment.put("HOME", "/home/eve");
    begin();

    assertThat(sessions().all()).isEmpty();
  }

  @Test
  void aProjectsSessionsAreThoseInItsFoldersAndWorktrees() throws PortException {
    repositories.main(PROJECT).worktree(HOME.resolve("trees/b"), PROJECT);
    process(1, PROJECT.resolve("sub"));
    process(2, HOME.resolve("trees/b/deep"));
    process(3, HOME.resolve("src/application"));

    assertThat(sessions().of(PROJECT))
        .extracting(report -> report.session().process().id())
        .containsExactly(1L, 2L);
  }

  private void begin(String... arguments) {
    process(7, PROJECT, arguments);
  }

  private void process(long id, Path folder, String... arguments) {
    processes.add(
        new ClaudeProcess(
            id,
            "claude",
            List.of(arguments),
            Known.of(folder),
            BEGIN,
            Known.of(SessionEnvironment.of(environment))));
  }

  /// As Switchyard does it: what stood there before is kept, and what is written.
  private void change(Path file, String text) {
    var known = past.computeIfAbsent(file, _ -> new ArrayList<>());
    int at = 60 + known.size();
    known.add(earlier(at, true, files.text(file).orElse(null)));
    known.add(earlier(at + 1, false, text));
    changes.put(file, BEGIN.plusSeconds(at + 1));
    if (text == null) {
      files.contents.remove(file);
    } else {
      files.put(file, text);
    }
  }

  private static EarlierSettings.Earlier earlier(int seconds, boolean found, String text) {
    return new EarlierSettings.Earlier(
        BEGIN.plusSeconds(seconds),
        found,
        Optional.ofNullable(text).map(one -> one.getBytes(UTF_8)));
  }

  private SessionReport only() throws PortException {
    var reports = sessions().all();
    assertThat(reports).hasSize(1);
    return reports.getFirst();
  }

  private ReadSessions sessions() {
    var reader =
        new SettingsRouteReader(
            files,
            repositories,
            () -> Account.NONE,
            new ClaudeSurroundings(HOME, Path.of("/etc/managed.json"), USER, Map.of()));
    var earlier =
        new EarlierSettings() {
          @Override
          public Optional<Instant> lastChange(Path file) {
            return Optional.of(changes.getOrDefault(file, BEGIN.minusSeconds(3600)));
          }

          @Override
          public Optional<Instant> folderMade(Path file) {
            return Optional.ofNullable(folders.get(file));
          }

          @Override
          public List<Earlier> of(Path file) {
            asked.add(file);
            return past.getOrDefault(file, List.of());
          }
        };
    return new ReadSessions(
        () -> processes,
        () -> notes,
        files,
        repositories,
        reader,
        earlier,
        Home.below(HOME),
        List.of());
  }

  private static <T> T value(Known<T> known) {
    return known.toOptional().orElseThrow(() -> new AssertionError(known.toString()));
  }

  private static String local(String url, String model) {
    return json(
        "{'model':'%s','env':{'ANTHROPIC_BASE_URL':'%s','ANTHROPIC_MODEL':'%s'}}"
            .formatted(model, url, model));
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
