package dev.switchyard.domain.doctor;

import static dev.switchyard.domain.doctor.MachineScene.MODEL;
import static dev.switchyard.domain.doctor.MachineScene.NOW;
import static dev.switchyard.domain.doctor.MachineScene.OTHER_URL;
import static dev.switchyard.domain.doctor.MachineScene.REASON;
import static dev.switchyard.domain.doctor.MachineScene.SETTINGS;
import static dev.switchyard.domain.doctor.MachineScene.URL;
import static dev.switchyard.domain.doctor.MachineScene.model;
import static dev.switchyard.domain.doctor.MachineScene.program;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.doctor.ServerEnvironment.Starter;
import dev.switchyard.domain.doctor.ServerFacts.Reply;
import dev.switchyard.domain.doctor.ServerHost.WindowsServer;
import dev.switchyard.domain.doctor.check.Checks;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.SessionOptions;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import dev.switchyard.domain.route.SettingsVersion;
import dev.switchyard.domain.session.ClaudeProcess;
import dev.switchyard.domain.session.RunningSession;
import dev.switchyard.domain.session.SessionReport;
import dev.switchyard.domain.session.SessionRoute;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each check over three snapshots: a machine in which all is well, one in which just its thing is
/// broken, and one in which what it looks at is not known.
class ChecksTest {
  private static final Reply DOWN = new Reply.Down(REASON);
  private static final SettingsVersion EARLIER =
      new SettingsVersion(
          SETTINGS,
          Fingerprint.of(Optional.of(new byte[] {1})),
          NOW,
          SettingsVersion.Cause.LOCAL,
          1,
          Optional.empty());

  /// @param broken breaks the thing
  /// @param unknown hides it
  private record Scenes(Consumer<MachineScene> broken, Consumer<MachineScene> unknown) {}

  private static final Consumer<MachineScene> NO_ROUTE =
      scene -> scene.routeUnknown = Optional.of(REASON);
  private static final Consumer<MachineScene> NO_REPLY =
      scene -> scene.reply = Known.unknown(REASON);
  private static final Consumer<MachineScene> NO_MODELS =
      scene -> scene.models = Known.unknown(REASON);
  private static final Consumer<MachineScene> NO_CLAUDE =
      scene -> scene.claude = Known.unknown(REASON);
  private static final Consumer<MachineScene> NO_OLLAMA =
      scene -> scene.ollama = Known.unknown(REASON);

  private static final Map<String, Scenes> SCENES =
      Map.ofEntries(
          entry(
              "ollama-missing",
              new Scenes(
                  scene -> {
                    scene.reply = Known.of(DOWN);
                    scene.ollama = Known.of(Optional.empty());
                  },
                  scene -> {
                    scene.reply = Known.of(DOWN);
                    scene.ollama = Known.unknown(REASON);
                  })),
          entry("server-down", new Scenes(scene -> scene.reply = Known.of(DOWN), NO_REPLY)),
          entry(
              "server-foreign",
              new Scenes(scene -> scene.reply = Known.of(new Reply.Foreign(REASON)), NO_REPLY)),
          entry(
              "server-silent",
              new Scenes(scene -> scene.reply = Known.of(new Reply.Silent(REASON)), NO_REPLY)),
          entry("server-address", new Scenes(ChecksTest::wrongPort, ChecksTest::otherUnknown)),
          entry(
              "wsl-windows",
              new Scenes(
                  scene -> {
                    scene.reply = Known.of(DOWN);
                    scene.windows = Known.of(Optional.of(below(true)));
                  },
                  scene -> scene.windows = Known.unknown(REASON))),
          entry(
              "server-exposed",
              new Scenes(
                  scene -> scene.listening = Known.of(List.of("0.0.0.0")),
                  scene -> scene.listening = Known.unknown(REASON))),
          entry(
              "service-environment",
              new Scenes(
                  scene ->
                      scene.shell =
                          Known.of(MachineScene.placed(Map.of("OLLAMA_KV_CACHE_TYPE", "q8_0"))),
                  scene -> scene.environment = Known.unknown(REASON))),
          entry(
              "default-context",
              new Scenes(
                  scene -> scene.environment = started("OLLAMA_CONTEXT_LENGTH", "4096"),
                  scene -> {
                    scene.environment = Known.unknown(REASON);
                    scene.models = Known.unknown(REASON);
                  })),
          entry(
              "keep-alive",
              new Scenes(
                  scene -> scene.environment = started("OLLAMA_KEEP_ALIVE", "30s"),
                  scene -> scene.environment = Known.unknown(REASON))),
          entry(
              "server-too-old",
              new Scenes(
                  scene -> scene.reply = Known.of(new Reply.Ollama(Version.of(0, 13, 5))),
                  scene -> scene.reply = Known.of(DOWN))),
          entry(
              "server-lacks-fixes",
              new Scenes(
                  scene -> scene.reply = Known.of(new Reply.Ollama(Version.of(0, 18, 0))),
                  scene -> scene.reply = Known.of(DOWN))),
          entry(
              "several-ollama",
              new Scenes(
                  scene -> scene.ollama = Known.of(Optional.of(twice("ollama"))), NO_OLLAMA)),
          entry(
              "several-claude",
              new Scenes(
                  scene -> scene.claude = Known.of(Optional.of(twice("claude"))), NO_CLAUDE)),
          entry(
              "ollama-versions",
              new Scenes(
                  scene -> scene.ollama = Known.of(Optional.of(program("ollama", 0, 32, 15))),
                  NO_OLLAMA)),
          entry(
              "claude-missing",
              new Scenes(scene -> scene.claude = Known.of(Optional.empty()), NO_CLAUDE)),
          entry(
              "claude-too-old",
              new Scenes(
                  scene -> scene.claude = Known.of(Optional.of(program("claude", 2, 1, 258))),
                  NO_CLAUDE)),
          entry("settings-invalid", problem("settings-invalid")),
          entry(
              "route-overruled",
              new Scenes(
                  scene -> {
                    scene.destination = Destination.CLOUD;
                    scene.settings.put("ANTHROPIC_BASE_URL", "");
                  },
                  scene -> scene.chosen = Known.unknown(REASON))),
          entry("wrong-folder", problem("subfolder")),
          entry("managed-settings", problem("managed-settings")),
          entry("start-overrides", problem("host-managed")),
          entry("config-folder", problem("config-folder")),
          entry("value-not-text", problem("value-not-text")),
          entry("base-url-v1", problem("url-ends-in-v1")),
          entry("base-url", problem("url-unusable")),
          entry("credential-leak", problem("credential-leak")),
          entry("two-credentials", problem("two-credentials")),
          entry("no-credential", problem("no-credential")),
          entry("cloud-credential", problem("key-hidden")),
          entry("cloud-provider", problem("cloud-provider")),
          entry("proxy", problem("proxy-catches")),
          entry("no-model", problem("model-missing")),
          entry("model-not-in-cloud", problem("model-not-in-cloud")),
          entry("model-name", problem("model-like-claude")),
          entry("model-overridden", problem("agent-decides")),
          entry("unrouted-models", problem("tiers-not-routed")),
          entry("auto-mode", problem("auto-mode")),
          entry(
              "background-models",
              new Scenes(
                  scene -> scene.settings.put("ANTHROPIC_SMALL_FAST_MODEL", "gemma4:e2b"),
                  NO_ROUTE)),
          entry(
              "prefix-cache",
              new Scenes(
                  scene -> scene.settings.remove("CLAUDE_CODE_ATTRIBUTION_HEADER"), NO_ROUTE)),
          entry(
              "model-missing",
              new Scenes(
                  scene -> scene.models = Known.of(List.of(model("other", 65_536))), NO_MODELS)),
          entry(
              "model-without-tools",
              new Scenes(
                  scene ->
                      scene.models =
                          Known.of(
                              List.of(
                                  model(
                                      MODEL,
                                      65_536,
                                      131_072,
                                      EnumSet.of(Capability.COMPLETION),
                                      "",
                                      NOW))),
                  NO_MODELS)),
          entry(
              "model-in-cloud",
              new Scenes(
                  scene ->
                      scene.models =
                          Known.of(
                              List.of(
                                  model(
                                      MODEL,
                                      65_536,
                                      131_072,
                                      EnumSet.allOf(Capability.class),
                                      "ollama.com",
                                      NOW))),
                  NO_MODELS)),
          entry(
              "model-too-large",
              new Scenes(
                  scene -> scene.fit = MachineScene.fit(8L << 30),
                  scene -> scene.fit = Known.unknown(REASON))),
          entry(
              "variant-outdated",
              new Scenes(
                  scene -> scene.base = Known.of(Optional.of(builtOn("sha256-new"))),
                  scene -> scene.base = Known.unknown(REASON))),
          entry(
              "model-spilled",
              new Scenes(
                  scene -> scene.loaded = Known.of(List.of(loaded(MODEL, 65_536, 1_000))),
                  scene -> scene.loaded = Known.unknown(REASON))),
          entry(
              "model-evicted",
              new Scenes(
                  scene -> scene.rivals = Known.of(List.of(rival(131_072))),
                  scene -> scene.rivals = Known.unknown(REASON))),
          entry("context-unset", context(0, 131_072)),
          entry("context-too-small", context(16_384, 131_072)),
          entry("context-trained", context(8_192, 8_192)),
          entry("context-clamped", context(262_144, 131_072)),
          entry(
              "context-told",
              new Scenes(
                  scene -> scene.settings.put("CLAUDE_CODE_MAX_CONTEXT_TOKENS", "131072"),
                  NO_MODELS)),
          entry(
              "context-loaded",
              new Scenes(
                  scene ->
                      scene.loaded =
                          Known.of(
                              List.of(
                                  new LoadedModel(
                                      ModelName.of(MODEL), "digest", 1, 1, 4_096, NOW))),
                  NO_MODELS)),
          entry("vscode", new Scenes(scene -> scene.fromVsCode = Optional.of(cloud()), NO_ROUTE)),
          entry("desktop", new Scenes(scene -> scene.fromDesktop = Optional.of(cloud()), NO_ROUTE)),
          entry(
              "sessions-behind",
              new Scenes(
                  scene -> scene.sessions = Known.of(List.of(behind())),
                  scene -> scene.sessions = Known.unknown(REASON))),
          entry(
              "settings-committed",
              new Scenes(
                  scene -> scene.committed = Known.of(List.of(SETTINGS)),
                  scene -> scene.committed = Known.unknown(REASON))),
          entry(
              "folder-not-trusted",
              new Scenes(
                  scene -> scene.trusted = Known.of(false),
                  scene -> scene.trusted = Known.unknown(REASON))),
          entry(
              "disk-space",
              new Scenes(
                  scene -> scene.freeBytes = Known.of(1_000_000_000L),
                  scene -> scene.freeBytes = Known.unknown(REASON))),
          entry(
              "unfinished-pulls",
              new Scenes(
                  scene -> scene.unfinishedBytes = Known.of(1_000_000_000L),
                  scene -> scene.unfinishedBytes = Known.unknown(REASON))),
          entry(
              "clock-behind",
              new Scenes(
                  scene ->
                      scene.models =
                          Known.of(
                              List.of(
                                  model(
                                      MODEL,
                                      65_536,
                                      131_072,
                                      EnumSet.allOf(Capability.class),
                                      "",
                                      NOW.plus(Duration.ofDays(2))))),
                  NO_MODELS)));

  static Known<ServerEnvironment> started(String name, String value) {
    return Known.of(MachineScene.environment(Starter.PERSON, Map.of(name, value)));
  }

  /// @param answers whether Windows' own server does
  static WindowsServer below(boolean answers) {
    Reply reply = answers ? new Reply.Ollama(Version.of(0, 33, 0)) : DOWN;
    return new WindowsServer(
        false,
        Optional.of(
            new ServerFacts(
                EndpointUrl.parse("http://172.20.0.1:11434").orElseThrow(),
                Known.of(reply),
                Known.of(List.of()),
                Known.of(List.of()))));
  }

  static Rival rival(int context) {
    return new Rival(
        ModelName.of("gemma4-long"), Optional.of(context), true, Optional.of(Path.of("/src/b")));
  }

  static BuiltOn builtOn(String baseWeights) {
    return new BuiltOn(ModelName.of("gemma4:26b"), "sha256-old", baseWeights);
  }

  /// Of 2,000 bytes.
  static LoadedModel loaded(String name, int context, long vramBytes) {
    return new LoadedModel(
        ModelName.of(name),
        "digest of " + name,
        2_000,
        vramBytes,
        context,
        NOW.plus(Duration.ofHours(1)));
  }

  private static void wrongPort(MachineScene scene) {
    scene.url = OTHER_URL;
    scene.reply = Known.of(DOWN);
    scene.elsewhere =
        Optional.of(
            new ServerFacts(
                URL,
                Known.of(new Reply.Ollama(Version.of(0, 33, 0))),
                Known.of(List.of()),
                Known.of(List.of())));
  }

  private static void otherUnknown(MachineScene scene) {
    scene.url = OTHER_URL;
    scene.reply = Known.of(DOWN);
    scene.elsewhere =
        Optional.of(
            new ServerFacts(
                URL, Known.unknown(REASON), Known.unknown(REASON), Known.unknown(REASON)));
  }

  private static Program twice(String name) {
    var one = program(name, 0, 33, 0);
    return new Program(
        one.path(), one.version(), true, List.of(Path.of("/opt/homebrew/bin", name)));
  }

  private static Scenes problem(String id) {
    return new Scenes(scene -> scene.with(id, Severity.ERROR), NO_ROUTE);
  }

  private static Scenes context(int built, int trained) {
    return new Scenes(
        scene ->
            scene.models =
                Known.of(
                    List.of(
                        model(MODEL, built, trained, EnumSet.allOf(Capability.class), "", NOW))),
        NO_MODELS);
  }

  private static EffectiveRoute cloud() {
    var scene = new MachineScene();
    scene.destination = Destination.CLOUD;
    scene.settings.remove("ANTHROPIC_BASE_URL");
    return scene.route();
  }

  private static SessionReport behind() {
    var process =
        new ClaudeProcess(
            4711, "claude", List.of(), Known.of(MachineScene.FOLDER), NOW, Known.of(Map.of()));
    var route = Known.of(new MachineScene().route());
    return new SessionReport(
        new RunningSession(process, SessionOptions.parse(List.of()), Optional.empty()),
        new SessionRoute(route, route, route, SessionRoute.State.KEEPS_ROUTE, REASON),
        Known.of(List.of("claude", "--resume", "id")));
  }

  static Stream<Check> checks() {
    return Checks.ALL.stream();
  }

  @Test
  void eachCheckHasItsScenesAndItsOwnName() {
    assertThat(checks().map(Check::id))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(SCENES.keySet());
  }

  @ParameterizedTest
  @MethodSource("checks")
  void whereAllIsWellItIsFine(Check check) {
    assertThat(check.of(new MachineScene().facts())).isInstanceOf(Outcome.Fine.class);
  }

  @ParameterizedTest
  @MethodSource("checks")
  void whatIsBrokenIsFound(Check check) {
    var scene = new MachineScene();
    SCENES.get(check.id()).broken().accept(scene);

    assertThat(check.of(scene.facts())).isInstanceOf(Outcome.Found.class);
  }

  @ParameterizedTest
  @MethodSource("checks")
  void whatIsNotKnownIsNotFine(Check check) {
    var scene = new MachineScene();
    SCENES.get(check.id()).unknown().accept(scene);

    assertThat(check.of(scene.facts())).isInstanceOf(Outcome.Unknown.class);
  }

  /// Where the route cannot be written, nothing claims that writing it helps.
  @ParameterizedTest
  @MethodSource("checks")
  void noFixWritesARouteThatCannotBeWritten(Check check) {
    var scene = new MachineScene();
    SCENES.get(check.id()).broken().accept(scene);
    scene.repairable = false;

    if (check.of(scene.facts()) instanceof Outcome.Found(var finding)
        && finding.remedy() instanceof Remedy.Fix(var steps)) {
      assertThat(steps).noneMatch(Step.SwitchRoute.class::isInstance);
    }
  }

  @Test
  void aFileThatCannotBeReadComesBackAsItWasWhenItCould() {
    var scene = new MachineScene().with("settings-invalid", Severity.ERROR);
    scene.readable = Known.of(List.of(EARLIER));

    assertThat(fix("settings-invalid", scene).steps())
        .containsExactly(new Step.RestoreSettings(EARLIER));
  }

  @Test
  void aModelWhoseModelfileIsSavedIsBuiltAfterItsBaseIsPulled() {
    var scene = new MachineScene();
    scene.models = Known.of(List.of());
    scene.modelfile =
        Known.of(Optional.of(Modelfile.parse("FROM gemma4:26b\nPARAMETER num_ctx 65536\n")));

    assertThat(fix("model-missing", scene).steps())
        .hasExactlyElementsOfTypes(Step.Pull.class, Step.Build.class);
  }

  @Test
  void aPulledModelStaysAsItIsAndAVariantIsBuiltBesideIt() {
    var scene = new MachineScene();
    scene.model = Optional.of("gemma4:26b");
    scene.models = Known.of(List.of(model("gemma4:26b", 0), model("gemma4-claude", 4_096)));

    var steps = fix("context-unset", scene).steps();

    assertThat(steps).hasExactlyElementsOfTypes(Step.Build.class, Step.SwitchRoute.class);
    assertThat(((Step.Build) steps.getFirst()).name()).isEqualTo("gemma4-claude2");
  }

  @Test
  void aVariantIsBuiltAgainUnderItsNameAndKeepsWhatElseItSays() {
    var scene = new MachineScene();
    scene.models = Known.of(List.of(model(MODEL, 16_384)));
    scene.modelfile =
        Known.of(
            Optional.of(
                Modelfile.parse("FROM gemma4:26b\nPARAMETER num_ctx 16384\nSYSTEM Be brief.\n")));

    var build = (Step.Build) fix("context-too-small", scene).steps().getFirst();

    assertThat(build.name()).isEqualTo(MODEL);
    assertThat(build.modelfile().text())
        .isEqualTo("FROM gemma4:26b\nPARAMETER num_ctx 65536\nSYSTEM Be brief.\n");
  }

  @Test
  void aWordForOneOfAnthropicsModelsIsNoMissingModel() {
    var scene = new MachineScene().with("model-like-claude", Severity.WARNING);
    scene.model = Optional.of("sonnet");

    assertThat(outcome("model-missing", scene)).isInstanceOf(Outcome.Fine.class);
    assertThat(fix("model-name", scene).steps())
        .singleElement()
        .isInstanceOfSatisfying(
            Step.SwitchRoute.class,
            step -> assertThat(step.request().local().orElseThrow().model()).isEqualTo(MODEL));
  }

  @Test
  void aModelNamedLikeAnthropicsGetsAnotherNameThatIsFree() {
    var scene = new MachineScene().with("model-like-claude", Severity.WARNING);
    scene.model = Optional.of("claude-opus-4");
    scene.models = Known.of(List.of(model("claude-opus-4", 65_536), model(MODEL, 65_536)));

    var steps = fix("model-name", scene).steps();

    assertThat(steps).hasExactlyElementsOfTypes(Step.Copy.class, Step.SwitchRoute.class);
    assertThat(((Step.Copy) steps.getFirst()).name()).isEqualTo(ModelName.of("gemma4-claude2"));
  }

  @Test
  void aVariantOfAnOlderBaseIsBuiltAgainAndStaysAsACopy() {
    var scene = new MachineScene();
    var file = Modelfile.parse("FROM gemma4:26b\nPARAMETER num_ctx 65536\n");
    scene.base = Known.of(Optional.of(builtOn("sha256-new")));
    assertThat(remedy("variant-outdated", scene)).isInstanceOf(Remedy.ByHand.class);

    scene.modelfile = Known.of(Optional.of(file));
    assertThat(fix("variant-outdated", scene).steps())
        .containsExactly(new Step.Build(URL, MODEL, file, scene.modelfile, true));

    scene.base = Known.of(Optional.of(builtOn("sha256-old")));
    assertThat(outcome("variant-outdated", scene)).isInstanceOf(Outcome.Fine.class);
  }

  @Test
  void theVariantWithTheLongerContextServesBoth() {
    var scene = new MachineScene();
    scene.rivals = Known.of(List.of(rival(131_072)));
    assertThat(fix("model-evicted", scene).steps())
        .singleElement()
        .isInstanceOfSatisfying(
            Step.SwitchRoute.class,
            step -> {
              var target = step.request().local().orElseThrow();
              assertThat(target.model()).isEqualTo("gemma4-long");
              assertThat(target.contextTokens()).isEqualTo(131_072);
            });

    scene.rivals = Known.of(List.of(rival(16_384)));
    assertThat(((Remedy.ByHand) remedy("model-evicted", scene)).lines())
        .containsExactly("switchyard route local /src/b --model gemma4-claude");

    scene.rivals = Known.of(List.of(rival(65_536)));
    assertThat(outcome("model-evicted", scene)).isInstanceOf(Outcome.Fine.class);
    scene.environment = started("OLLAMA_MAX_LOADED_MODELS", "1");
    assertThat(outcome("model-evicted", scene)).isInstanceOf(Outcome.Found.class);
  }

  @Test
  void aFolderThatIsRoutedByItselfMissesNothing() {
    assertThat(outcome("wrong-folder", new MachineScene().with("subfolder", Severity.WARNING)))
        .isInstanceOf(Outcome.Fine.class);
  }

  @Test
  void aModelThatHasRoomByNowIsLoadedAgain() {
    var scene = new MachineScene();
    scene.loaded = Known.of(List.of(loaded(MODEL, 65_536, 1_000)));
    assertThat(fix("model-spilled", scene).steps())
        .containsExactly(new Step.Reload(URL, ModelName.of(MODEL)));

    scene.fit = MachineScene.fit(8L << 30);
    assertThat(remedy("model-spilled", scene)).isEqualTo(remedy("model-too-large", scene));

    scene.loaded = Known.of(List.of(loaded(MODEL, 65_536, 0)));
    scene.fit = MachineScene.fit(0);
    assertThat(outcome("model-spilled", scene))
        .as("without a GPU nothing lies beside it")
        .isInstanceOf(Outcome.Fine.class);
    scene.fit = Known.unknown(REASON);
    assertThat(outcome("model-spilled", scene)).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void aServiceIsTheAdministratorsToStart() {
    var scene = new MachineScene();
    scene.reply = Known.of(DOWN);
    assertThat(fix("server-down", scene).steps()).containsExactly(new Step.StartServer(URL));

    scene.service = Known.of(true);
    assertThat(remedy("server-down", scene)).isInstanceOf(Remedy.ByHand.class);
  }

  @Test
  void anEnvironmentThatIsNotKnownIsNotFineWhereItDecides() {
    var scene = new MachineScene().with("environment-unknown", Severity.WARNING);

    assertThat(outcome("route-overruled", scene)).isInstanceOf(Outcome.Unknown.class);
    assertThat(outcome("vscode", scene)).isInstanceOf(Outcome.Unknown.class);
  }

  private static Remedy.Fix fix(String id, MachineScene scene) {
    return (Remedy.Fix) remedy(id, scene);
  }

  private static Remedy remedy(String id, MachineScene scene) {
    return ((Outcome.Found) outcome(id, scene)).finding().remedy();
  }

  private static Outcome outcome(String id, MachineScene scene) {
    var check = checks().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    return check.of(scene.facts());
  }
}
