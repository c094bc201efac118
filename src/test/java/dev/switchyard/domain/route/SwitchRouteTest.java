package dev.switchyard.domain.route;

import static dev.switchyard.domain.route.Destination.CLOUD;
import static dev.switchyard.domain.route.Destination.LOCAL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import dev.switchyard.domain.route.text.RandomSettings;
import dev.switchyard.domain.route.text.SettingKey;
import dev.switchyard.domain.route.text.SettingsText;
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
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchRouteTest {
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static final Path HOME = Path.of("/home/ada");
  private static final Path MANAGED = Path.of("/etc/claude-code/managed-settings.json");
  private static final Path USER = HOME.resolve(".claude/settings.json");
  private static final Path PROJECT = HOME.resolve("src/app");
  private static final Path SHARED = PROJECT.resolve(".claude/settings.json");
  private static final Path PRIVATE = PROJECT.resolve(".claude/settings.local.json");
  private static final Path EXCLUDE = PROJECT.resolve(".git/info/exclude");
  private static final LocalTarget TARGET =
      new LocalTarget("http://localhost:11434", "gemma4-claude", 65_536);
  private static final String DEFAULT_LOCAL =
      "{\"model\":\"gemma4-claude\",\"env\":{\"ANTHROPIC_BASE_URL\":\"http://localhost:11434\","
          + "\"ANTHROPIC_AUTH_TOKEN\":\"ollama\",\"ANTHROPIC_API_KEY\":\"\",\"ANTHROPIC_MODEL\":\"gemma4-claude\","
          + "\"CLAUDE_CODE_MAX_CONTEXT_TOKENS\":\"65536\"}}";

  private List<Path> known = List.of();
  private final MemoryFiles files = new MemoryFiles();
  private final FakeRepositories repositories = new FakeRepositories();
  private final MemoryJournal journal = new MemoryJournal();
  private final MemoryVersions versions = new MemoryVersions();
  private final Map<String, String> process = new HashMap<>();
  private Account account = Account.NONE;

  @BeforeEach
  void folders() {
    files.folders.add(HOME);
    files.folders.add(PROJECT);
  }

  @Test
  void localWritesAllOfTheRouteIntoTheSharedFile() throws PortException {
    var route = local();

    assertThat(route.destination()).isEqualTo(LOCAL);
    assertThat(route.model()).contains("gemma4-claude");
    assertThat(route.credential()).isEqualTo(EffectiveRoute.Credential.PLACEHOLDER);
    assertThat(route.problems()).isEmpty();
    assertThat(files.text(SHARED).orElseThrow())
        .startsWith("{\n  \"model\": \"gemma4-claude\",\n  \"env\": {\n    \"ANTHROPIC_BASE_URL\"")
        .contains("\"CLAUDE_CODE_MAX_CONTEXT_TOKENS\": \"65536\"")
        .contains("\"CLAUDE_CODE_MAX_OUTPUT_TOKENS\": \"8192\"")
        .contains("\"ANTHROPIC_DEFAULT_FABLE_MODEL\": \"gemma4-claude\"")
        .contains("\"disableAutoMode\": \"disable\"")
        .doesNotContain("NO_PROXY")
        .doesNotContain("apiKeyHelper")
        .endsWith("}\n");
  }

  @Test
  void aSmallContextLeavesRoomForThePrompt() throws PortException {
    apply(
        RouteRequest.local(
            PROJECT, Optional.empty(), new LocalTarget("http://localhost:11434", "m", 32_768)));

    assertThat(files.text(SHARED).orElseThrow())
        .contains("\"CLAUDE_CODE_MAX_OUTPUT_TOKENS\": \"4096\"");
  }

  @Test
  void inheritRemovesAFileAndAFolderThatTheRouteCreated() throws PortException {
    local();
    inherit();

    assertThat(files.contents).isEmpty();
    assertThat(files.isFolder(SHARED.getParent())).isFalse();
    assertThat(journal.journal.baselines()).isEmpty();
  }

  @Test
  void inheritLeavesAFolderThatWasThere() throws PortException {
    files.folders.add(SHARED.getParent());
    local();
    inherit();

    assertThat(files.contents).isEmpty();
    assertThat(files.isFolder(SHARED.getParent())).isTrue();
  }

  @Test
  void switchingTwiceStillRestoresWhatStoodThereFirst() throws PortException {
    var original = "{\n  \"model\": \"opus\",\n  \"env\": { \"ANTHROPIC_MODEL\": \"opus\" }\n}";
    files.put(SHARED, original);
    local();
    apply(
        RouteRequest.local(
            PROJECT, Optional.empty(), new LocalTarget("http://localhost:1", "other", 131_072)));
    assertThat(files.text(SHARED).orElseThrow()).contains("\"model\": \"other\"");
    inherit();

    assertThat(files.text(SHARED)).contains(original);
  }

  @Test
  void theSameSwitchAgainWritesNothing() throws PortException {
    local();
    int writes = files.writes;
    var switches = journal.journal.switches().size();

    var plan = switcher().plan(localRequest(Optional.empty()));
    switcher().apply(plan);

    assertThat(plan.changesNothing()).isTrue();
    assertThat(files.writes).isEqualTo(writes);
    assertThat(journal.journal.switches()).hasSize(switches);
  }

  @Test
  void justMeWritesAtTheGitRootAndHidesTheFileFromGit() throws PortException {
    repositories.main(PROJECT);
    files.put(EXCLUDE, "# mine\n*.log");
    var sub = PROJECT.resolve("sub");
    files.folders.add(sub);

    apply(RouteRequest.local(sub, Optional.of(Scope.LOCAL), TARGET));

    assertThat(files.text(PRIVATE)).isPresent();
    assertThat(files.text(EXCLUDE)).contains("# mine\n*.log\n**/.claude/settings.local.json\n");

    apply(RouteRequest.inherit(sub, Optional.empty()));
    assertThat(files.text(PRIVATE)).isEmpty();
    assertThat(files.text(EXCLUDE)).contains("# mine\n*.log");
  }

  @Test
  void aLineThatGitHasAlreadyIsNeitherAddedNorRemoved() throws PortException {
    repositories.main(PROJECT);
    var own = "**/.claude/settings.local.json\n";
    files.put(EXCLUDE, own);
    apply(localRequest(Optional.of(Scope.LOCAL)));
    apply(RouteRequest.inherit(PROJECT, Optional.empty()));

    assertThat(files.text(EXCLUDE)).contains(own);
  }

  @Test
  void aHostileEnvironmentIsStoppedWhereAValueOfOursCanStopIt() throws PortException {
    account = new Account(true, Known.of(true));
    process.put("ANTHROPIC_API_KEY", "sk-ant-real");
    process.put("ANTHROPIC_AUTH_TOKEN", "real");
    process.put("ANTHROPIC_BASE_URL", "http://localhost:9");
    process.put("ANTHROPIC_MODEL", "opus");
    process.put("CLAUDE_CODE_USE_BEDROCK", "1");
    process.put("ANTHROPIC_CUSTOM_HEADERS", "x-api-key: real");
    process.put("CLAUDE_CODE_OAUTH_TOKEN", "real");
    process.put("HTTP_PROXY", "http://proxy:1");
    process.put("NO_PROXY", "intern.example");
    files.put(
        USER, "{\"apiKeyHelper\":\"/bin/secret\",\"permissions\":{\"defaultMode\":\"auto\"}}");

    var route = local();

    assertThat(route.destination()).isEqualTo(LOCAL);
    assertThat(route.credential()).isEqualTo(EffectiveRoute.Credential.PLACEHOLDER);
    assertThat(route.hasErrors()).isFalse();
    assertThat(files.text(SHARED).orElseThrow())
        .contains("\"apiKeyHelper\": \"echo ollama\"")
        .contains("\"NO_PROXY\": \"intern.example,localhost\"");
  }

  @Test
  void lowerCaseNoProxyIsExtendedTooWhereItCounts() throws PortException {
    process.put("https_proxy", "http://proxy:1");
    process.put("no_proxy", "intern.example");

    assertThat(local().problems()).isEmpty();
    assertThat(files.text(SHARED).orElseThrow())
        .contains("\"NO_PROXY\": \"intern.example,localhost\"")
        .contains("\"no_proxy\": \"intern.example,localhost\"");
  }

  @Test
  void aLeakThatNoValueOfOursStopsIsRefused() {
    files.put(MANAGED, "{\"env\":{\"ANTHROPIC_API_KEY\":\"sk-ant-real\"}}");

    assertThatThrownBy(() -> local())
        .isInstanceOfSatisfying(
            PortException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(PortException.Kind.REFUSED);
              assertThat(e.text().key()).isEqualTo("route.refused.leak");
            });
    assertThat(files.writes).isZero();
    assertThat(journal.journal).isEqualTo(Journal.EMPTY);
  }

  @Test
  void aPersonsOwnPermissionModeIsLeftWhereItKeepsTheClassifierOff() throws PortException {
    files.put(USER, "{\"permissions\":{\"defaultMode\":\"acceptEdits\"}}");
    local();

    assertThat(files.text(SHARED).orElseThrow()).doesNotContain("defaultMode");
  }

  @Test
  void cloudIsInheritWhereNothingElseRoutes() throws PortException {
    local();
    var route = cloud();

    assertThat(route.destination()).isEqualTo(CLOUD);
    assertThat(files.contents).isEmpty();
  }

  @Test
  void cloudCancelsWhatALowerLayerRoutesAndNothingElse() throws PortException {
    files.put(USER, DEFAULT_LOCAL);
    process.put("ANTHROPIC_API_KEY", "sk-ant-real");

    var route = cloud();

    assertThat(route.destination()).isEqualTo(CLOUD);
    assertThat(files.text(SHARED).orElseThrow())
        .isEqualTo(
            """
            {
              "model": "sonnet",
              "env": {
                "ANTHROPIC_BASE_URL": "",
                "ANTHROPIC_AUTH_TOKEN": "",
                "ANTHROPIC_MODEL": "",
                "CLAUDE_CODE_MAX_CONTEXT_TOKENS": ""
              }
            }
            """);
    inherit();
    assertThat(files.text(SHARED)).isEmpty();
    assertThat(files.text(USER)).contains(DEFAULT_LOCAL);
  }

  @Test
  void cloudCancelsARouteThatWasWrittenByHand() throws PortException {
    files.put(PRIVATE, DEFAULT_LOCAL);

    assertThat(cloud().destination()).isEqualTo(CLOUD);
    assertThat(files.text(SHARED)).isEmpty();
    inherit();
    assertThat(files.text(PRIVATE)).contains(DEFAULT_LOCAL);
  }

  @Test
  void cloudKeepsAPersonsOwnCredential() throws PortException {
    process.put("ANTHROPIC_API_KEY", "sk-ant-real");
    process.put("ANTHROPIC_BASE_URL", "http://localhost:1");

    var route = cloud();

    assertThat(route.credential()).isEqualTo(EffectiveRoute.Credential.CLOUD);
    assertThat(files.text(SHARED).orElseThrow()).doesNotContain("ANTHROPIC_API_KEY");
  }

  @Test
  void theDefaultRouteIsWrittenIntoTheUsersFile() throws PortException {
    apply(RouteRequest.local(HOME, Optional.of(Scope.USER), TARGET));
    assertThat(files.text(USER)).isPresent();

    assertThat(reader().readDefault().destination()).isEqualTo(LOCAL);
    apply(RouteRequest.inherit(HOME, Optional.of(Scope.USER)));
    assertThat(files.text(USER)).isEmpty();
  }

  @Test
  void undoTakesBackOneSwitchAfterTheOther() throws PortException {
    var original = "{ \"theme\": \"dark\" }";
    files.put(SHARED, original);
    local();
    var routed = files.text(SHARED).orElseThrow();
    inherit();

    assertThat(switcher().undo()).map(one -> one.taken().choice()).contains(RouteChoice.INHERIT);
    assertThat(files.text(SHARED)).contains(routed);
    assertThat(switcher().undo()).map(one -> one.taken().choice()).contains(RouteChoice.LOCAL);
    assertThat(files.text(SHARED)).contains(original);
    assertThat(switcher().undo()).isEmpty();
    assertThat(journal.journal).isEqualTo(Journal.EMPTY);
  }

  @Test
  void aChoiceThatNeedsNothingWrittenIsRemembered() throws PortException {
    cloud();

    assertThat(files.writes).isZero();
    assertThat(journal.journal.choice(PROJECT)).contains(RouteChoice.CLOUD);
  }

  @Test
  void aFileThatSomebodyElseBroughtIsNotOurs() throws PortException {
    var theirs = "{\"model\":\"opus\",\"permissions\":{\"defaultMode\":\"plan\"}}";
    local();
    files.put(SHARED, theirs);
    cloud();

    assertThat(files.text(SHARED)).contains(theirs);
    files.put(SHARED, "{}");
    inherit();
    assertThat(files.text(SHARED)).contains("{}");
  }

  @Test
  void whatIsWrittenAfterOurKeysWentIsTheirs() throws PortException {
    files.put(SHARED, "{\"theme\":\"dark\"}");
    local();
    files.put(SHARED, "{\"theme\":\"dark\"}");
    inherit();
    assertThat(journal.journal.baselines()).isEmpty();

    var own = "{\"theme\":\"dark\",\"model\":\"opus\",\"env\":{\"API_TIMEOUT_MS\":\"60000\"}}";
    files.put(SHARED, own);
    inherit();
    assertThat(files.text(SHARED)).contains(own);
  }

  @Test
  void aModelThatClaudeCodeSavedSinceStaysAndIsNamed() throws PortException {
    files.put(USER, "{\"model\":\"sonnet\"}");
    apply(RouteRequest.local(HOME, Optional.of(Scope.USER), TARGET));
    edit(USER, SettingKey.top("model"), "\"opus\"");

    var plan = switcher().plan(RouteRequest.inherit(HOME, Optional.of(Scope.USER)));
    assertThat(plan.notes())
        .singleElement()
        .satisfies(note -> assertThat(note.arguments()).contains("model"));
    switcher().apply(plan);
    assertThat(files.text(USER)).contains("{\"model\":\"opus\"}");
  }

  @Test
  void undoKeepsWhatSomebodyMadeOfOurKeys() throws PortException {
    files.put(SHARED, "{\"theme\":\"dark\"}");
    local();
    edit(SHARED, SettingKey.env("API_TIMEOUT_MS"), "\"99\"");

    var undone = switcher().undo().orElseThrow();
    assertThat(undone.notes()).hasSize(1);
    assertThat(files.text(SHARED))
        .contains("{\"theme\":\"dark\",\"env\":{\"API_TIMEOUT_MS\":\"99\"}}");
  }

  @Test
  void aServerOfTheirOwnKeepsWhatShieldsTheirCredentials() throws PortException {
    account = new Account(true, Known.of(true));
    process.put("ANTHROPIC_API_KEY", "sk-ant-real");
    for (var back : List.of("inherit", "undo")) {
      local();
      edit(SHARED, SettingKey.env("ANTHROPIC_BASE_URL"), "\"http://gpu.example:1\"");
      if (back.equals("undo")) {
        switcher().undo();
      } else {
        inherit();
      }

      var route = reader().read(PROJECT);
      assertThat(route.baseUrl()).as(back).isEqualTo("http://gpu.example:1");
      assertThat(route.credential()).as(back).isEqualTo(EffectiveRoute.Credential.PLACEHOLDER);
      files.contents.clear();
      journal.journal = Journal.EMPTY;
    }
  }

  @Test
  void aFileThatSomebodyRemovedStaysRemoved() throws PortException {
    local();
    files.contents.remove(SHARED);
    inherit();
    assertThat(files.text(SHARED)).isEmpty();

    files.put(SHARED, "{\"theme\":\"dark\"}");
    local();
    files.contents.remove(SHARED);
    inherit();
    assertThat(files.text(SHARED)).isEmpty();
  }

  @Test
  void undoMakesNoFolderThatIsGone() throws PortException {
    local();
    inherit();
    files.folders.remove(PROJECT);

    assertThat(switcher().undo().orElseThrow().notes()).hasSize(1);
    assertThat(files.contents).isEmpty();
  }

  @Test
  void aFailureLeavesNoFolderBehind() {
    repositories.main(PROJECT);
    files.put(EXCLUDE, "# mine\n");
    files.failing.put(EXCLUDE, PortException.Kind.DENIED);

    assertThatThrownBy(() -> apply(localRequest(Optional.of(Scope.LOCAL))))
        .isInstanceOf(PortException.class);
    assertThat(files.isFolder(PRIVATE.getParent())).isFalse();
  }

  @Test
  void whatCannotBeTakenBackIsNamedAndRemembered() {
    repositories.main(PROJECT);
    files.put(EXCLUDE, "# mine\n");
    files.failing.put(EXCLUDE, PortException.Kind.DENIED);
    files.beforeWrite =
        () -> {
          if (files.text(PRIVATE).isPresent()) {
            files.failing.put(PRIVATE, PortException.Kind.DENIED);
          }
        };

    assertThatThrownBy(() -> apply(localRequest(Optional.of(Scope.LOCAL))))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.text().key()).isEqualTo("route.half-done"));
    assertThat(journal.journal.baseline(PRIVATE)).isPresent();
  }

  @Test
  void aProjectHasOneMemoryByWhateverName() throws PortException {
    var link = HOME.resolve("link");
    files.links.put(link, PROJECT);
    files.folders.add(link);
    files.put(SHARED, "{\"theme\":\"dark\"}");

    apply(RouteRequest.local(link, Optional.empty(), TARGET));
    inherit();
    assertThat(files.text(SHARED)).contains("{\"theme\":\"dark\"}");
  }

  @Test
  void aRouteThatNobodyRemembersIsNamed() throws PortException {
    local();
    journal.journal = Journal.EMPTY;

    var plan = switcher().plan(RouteRequest.inherit(PROJECT, Optional.empty()));
    assertThat(plan.reachesGoal()).isFalse();
    assertThat(ids(switcher().apply(plan))).contains("route-left");
    assertThat(files.text(SHARED)).isPresent();
  }

  @Test
  void aRouteThatAnotherFileOverrulesIsNotReached() throws PortException {
    apply(localRequest(Optional.of(Scope.LOCAL)));
    var other =
        RouteRequest.local(
            PROJECT, Optional.empty(), new LocalTarget("http://localhost:11434/", "other", 1_024));
    assertThat(switcher().plan(other).reachesGoal()).isFalse();
    assertThat(ids(apply(other))).contains("overruled");

    files.put(
        PRIVATE,
        "{\"env\":{\"ANTHROPIC_BASE_URL\":\"https://gw.example.com\",\"ANTHROPIC_AUTH_TOKEN\":\"t\"}}");
    assertThat(switcher().plan(other).reachesGoal()).isFalse();

    files.contents.remove(PRIVATE);
    assertThat(switcher().plan(other).reachesGoal()).isTrue();
  }

  @Test
  void aManagedProviderIsWhatOverrules() throws PortException {
    files.put(MANAGED, "{\"env\":{\"CLAUDE_CODE_USE_BEDROCK\":\"1\"}}");

    var plan = switcher().plan(localRequest(Optional.empty()));
    assertThat(plan.missed())
        .singleElement()
        .satisfies(
            missed -> assertThat(missed.text().arguments()).contains("CLAUDE_CODE_USE_BEDROCK"));
  }

  @Test
  void aRouteBringsAllItNeedsAlsoBesideAnotherOfOurs() throws PortException {
    process.put("HTTP_PROXY", "http://proxy:3128");
    apply(RouteRequest.local(HOME, Optional.of(Scope.USER), TARGET));
    local();
    apply(RouteRequest.inherit(HOME, Optional.of(Scope.USER)));

    assertThat(reader().read(PROJECT).problems()).isEmpty();
  }

  @Test
  void aCloudProviderNeedsNoBlanks() throws PortException {
    files.put(
        USER,
        "{\"env\":{\"CLAUDE_CODE_USE_BEDROCK\":\"1\",\"ANTHROPIC_MODEL\":\"arn:aws:bedrock:x\"}}");

    assertThat(cloud().destination()).isEqualTo(CLOUD);
    assertThat(files.text(SHARED)).isEmpty();
  }

  @Test
  void cloudStaysInTheFileThatWasChosenBefore() throws PortException {
    files.put(USER, DEFAULT_LOCAL);
    apply(localRequest(Optional.of(Scope.LOCAL)));

    assertThat(cloud().destination()).isEqualTo(CLOUD);
    assertThat(files.text(SHARED)).isEmpty();
    assertThat(files.text(PRIVATE)).isPresent();
  }

  @Test
  void blanksThatCannotCountAreNotWritten() throws PortException {
    apply(localRequest(Optional.of(Scope.LOCAL)));
    var plan =
        switcher().plan(RouteRequest.cloud(PROJECT, Optional.of(Scope.PROJECT), Optional.empty()));
    assertThat(plan.changesNothing()).isTrue();
    assertThat(plan.reachesGoal()).isFalse();

    inherit();
    files.put(MANAGED, "{\"env\":{\"ANTHROPIC_BASE_URL\":\"http://localhost:1\"}}");
    assertThat(ids(cloud())).contains("overruled");
    assertThat(files.text(SHARED)).isEmpty();
  }

  @Test
  void aPersonsKeyHelperIsGivenBackInTheirOwnFile() throws PortException {
    files.put(USER, "{\"apiKeyHelper\":\"pass show key\"}");
    apply(RouteRequest.local(HOME, Optional.of(Scope.USER), TARGET));

    var shared = switcher().plan(RouteRequest.cloud(PROJECT, Optional.empty(), Optional.empty()));
    assertThat(shared.notes()).extracting(Message::key).contains("route.note.helper-hidden");
    var own = apply(RouteRequest.cloud(PROJECT, Optional.of(Scope.LOCAL), Optional.empty()));
    assertThat(own.destination()).isEqualTo(CLOUD);
    assertThat(own.credential()).isEqualTo(EffectiveRoute.Credential.CLOUD);
    assertThat(files.text(PRIVATE).orElseThrow()).contains("\"apiKeyHelper\": \"pass show key\"");
  }

  @Test
  void theLastWorktreeTakesTheSharedLineAway() throws PortException {
    var other = HOME.resolve("src/other");
    files.folders.add(other);
    repositories.bare(PROJECT, HOME.resolve("bare.git")).bare(other, HOME.resolve("bare.git"));
    var exclude = HOME.resolve("bare.git/info/exclude");
    files.put(exclude, "# mine\n");
    apply(localRequest(Optional.of(Scope.LOCAL)));
    apply(RouteRequest.local(other, Optional.of(Scope.LOCAL), TARGET));

    inherit();
    assertThat(files.text(exclude).orElseThrow()).contains("settings.local.json");
    apply(RouteRequest.inherit(other, Optional.empty()));
    assertThat(files.text(exclude)).contains("# mine\n");
  }

  @Test
  void aRepositoryThatIsGoneIsNotMadeAgain() throws PortException {
    repositories.bare(PROJECT, HOME.resolve("gone.git"));
    apply(localRequest(Optional.of(Scope.LOCAL)));

    assertThat(files.contents.keySet()).containsExactly(PRIVATE);
  }

  @Test
  void somebodyElsesChangeInBetweenIsAConflict() throws PortException {
    files.put(SHARED, "{}");
    var plan = switcher().plan(localRequest(Optional.empty()));
    files.put(SHARED, "{\"theme\":\"dark\"}");

    assertThatThrownBy(() -> switcher().apply(plan))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(PortException.Kind.CONFLICT));
    assertThat(files.text(SHARED)).contains("{\"theme\":\"dark\"}");
    assertThat(journal.journal).isEqualTo(Journal.EMPTY);
  }

  @Test
  void aFailedSecondFileTakesTheFirstBack() throws PortException {
    repositories.main(PROJECT);
    files.put(EXCLUDE, "# mine\n");
    files.failing.put(EXCLUDE, PortException.Kind.DENIED);

    assertThatThrownBy(() -> apply(localRequest(Optional.of(Scope.LOCAL))))
        .isInstanceOf(PortException.class);
    assertThat(files.text(PRIVATE)).isEmpty();
    assertThat(files.text(EXCLUDE)).contains("# mine\n");
    assertThat(journal.journal).isEqualTo(Journal.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{\"env\":1}",
        "{\"model\":\"a\",\"model\":\"b\"}",
        "{\"statusLine\":1}"
      })
  void badFilesAreRefusedAndStayAsTheyAre(String text) {
    files.put(SHARED, text);

    assertThatThrownBy(() -> local()).isInstanceOf(PortException.class);
    assertThat(files.text(SHARED)).contains(text);
    assertThat(files.writes).isZero();
  }

  @Test
  void aVanishedProjectIsNamed() {
    assertThatThrownBy(
            () -> apply(RouteRequest.local(HOME.resolve("gone"), Optional.empty(), TARGET)))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(PortException.Kind.MISSING));
  }

  @Test
  void randomSwitchesWithForeignEditsInBetweenLoseNothing() throws PortException {
    for (int i = 0; i < 400; i++) {
      long seed = 0xCAFE_0000L + i;
      var random = new Random(seed);
      files.contents.clear();
      journal.journal = Journal.EMPTY;
      var original = new RandomSettings(random).next();
      files.put(SHARED, new String(original, UTF_8));
      int foreign = 0;
      for (int step = 0; step < 6; step++) {
        switch (random.nextInt(5)) {
          case 0 -> cloud();
          case 1 -> inherit();
          case 2 -> switcher().undo();
          case 3 -> addForeign(foreign++);
          default ->
              apply(
                  RouteRequest.local(
                      PROJECT,
                      Optional.empty(),
                      new LocalTarget("http://localhost:1", "m" + random.nextInt(3), 65_536)));
        }
      }
      inherit();

      if (foreign == 0) {
        assertThat(files.contents.get(SHARED)).as("seed %s", seed).isEqualTo(original);
      } else {
        var left = text();
        for (int n = 0; n < foreign; n++) {
          assertThat(left.value(foreignKey(n))).as("seed %s: %s", seed, left).isPresent();
        }
        for (var key : RouteKeys.keys()) {
          var stood = SettingsText.parse(SHARED, Optional.of(original)).value(key);
          assertThat(left.value(key)).as("seed %s: %s of %s", seed, key, left).isEqualTo(stood);
        }
      }
    }
  }

  /// Somebody sets, changes or removes keys that a route owns too, or the whole file.
  @Test
  void randomEditsOfOwnedKeysAreKept() throws PortException {
    var touched =
        List.of(
            SettingKey.top("model"),
            SettingKey.env("API_TIMEOUT_MS"),
            SettingKey.env("ANTHROPIC_MODEL"),
            SettingKey.permission("defaultMode"));
    for (int i = 0; i < 150; i++) {
      long seed = 0xBEEF_0000L + i;
      var random = new Random(seed);
      files.contents.clear();
      files.folders.clear();
      folders();
      journal.journal = Journal.EMPTY;
      files.put(SHARED, new String(new RandomSettings(random).next(), UTF_8));
      var expected = new HashMap<>(text().standing(touched).values());
      for (int step = 0; step < 8; step++) {
        var key = touched.get(random.nextInt(touched.size()));
        switch (random.nextInt(8)) {
          case 0 -> cloud();
          case 1 -> inherit();
          case 2 -> switcher().undo();
          case 3 -> {
            var value = key.name().equals("defaultMode") ? "\"plan\"" : "\"hand" + step + "\"";
            edit(SHARED, key, value);
            expected.put(key, Optional.of(value));
          }
          case 4 -> {
            files.put(SHARED, text().with(Map.of(key, Optional.empty())).toString());
            expected.put(key, Optional.empty());
          }
          case 5 -> {
            if (random.nextBoolean()) {
              files.contents.remove(SHARED);
            } else {
              files.put(SHARED, new String(new RandomSettings(random).next(), UTF_8));
            }
            expected.putAll(text().standing(touched).values());
          }
          default ->
              apply(
                  RouteRequest.local(
                      PROJECT,
                      Optional.empty(),
                      new LocalTarget("http://localhost:1", "m" + random.nextInt(3), 65_536)));
        }
      }
      inherit();

      assertThat(text().standing(touched).values())
          .as("seed %s: %s", seed, text())
          .containsExactlyInAnyOrderEntriesOf(expected);
      assertThat(journal.journal.baselines()).as("seed %s", seed).isEmpty();
    }
  }

  private void edit(Path file, SettingKey key, String value) throws PortException {
    files.put(
        file,
        SettingsText.parse(file, files.read(file))
            .with(Map.of(key, Optional.of(value)))
            .toString());
  }

  @Test
  void aDefaultRouteMustNotMakeAProjectSendItsOwnKey() {
    known = List.of(PROJECT);
    files.put(SHARED, "{\"env\":{\"ANTHROPIC_AUTH_TOKEN\":\"sk-ant-made-up\"}}");
    assertThatThrownBy(() -> apply(RouteRequest.local(HOME, Optional.of(Scope.USER), TARGET)))
        .isInstanceOfSatisfying(
            PortException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(PortException.Kind.REFUSED);
              assertThat(e.text().key()).isEqualTo("route.refused.leak-in-project");
            });
    assertThat(files.text(USER)).isEmpty();
  }

  @Test
  void aProjectThatIsRoutedByItselfDoesNotStandAgainstADefaultRoute() throws PortException {
    known = List.of(PROJECT, HOME.resolve("gone"));
    files.put(SHARED, "{\"env\":{\"ANTHROPIC_AUTH_TOKEN\":\"sk-ant-made-up\"}}");
    local();
    apply(RouteRequest.local(HOME, Optional.of(Scope.USER), TARGET));
    assertThat(files.text(USER)).isPresent();
  }

  private void addForeign(int number) throws PortException {
    files.put(SHARED, text().with(Map.of(foreignKey(number), Optional.of("\"f\""))).toString());
  }

  private static SettingKey foreignKey(int number) {
    return List.of(
            SettingKey.top("foreign" + number),
            SettingKey.env("FOREIGN" + number),
            SettingKey.permission("foreign" + number))
        .get(number % 3);
  }

  private SettingsText text() throws PortException {
    return SettingsText.parse(SHARED, files.read(SHARED));
  }

  private static List<String> ids(EffectiveRoute route) {
    return route.problems().stream().map(EffectiveRoute.Problem::id).toList();
  }

  private EffectiveRoute local() throws PortException {
    return apply(localRequest(Optional.empty()));
  }

  private EffectiveRoute cloud() throws PortException {
    return apply(RouteRequest.cloud(PROJECT, Optional.empty(), Optional.empty()));
  }

  private EffectiveRoute inherit() throws PortException {
    return apply(RouteRequest.inherit(PROJECT, Optional.empty()));
  }

  private static RouteRequest localRequest(Optional<Scope> scope) {
    return RouteRequest.local(PROJECT, scope, TARGET);
  }

  private EffectiveRoute apply(RouteRequest request) throws PortException {
    return switcher().apply(switcher().plan(request));
  }

  private SwitchRoute switcher() {
    return new SwitchRoute(
        files, repositories, reader(), store(), surroundings(), () -> known, CLOCK);
  }

  private JournaledFiles store() {
    return new JournaledFiles(files, journal, versions, CLOCK);
  }

  private SettingsRouteReader reader() {
    return new SettingsRouteReader(files, repositories, () -> account, surroundings());
  }

  private ClaudeSurroundings surroundings() {
    return new ClaudeSurroundings(HOME, MANAGED, USER, process);
  }
}
