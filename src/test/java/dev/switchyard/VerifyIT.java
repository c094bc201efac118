package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.switchyard.adapter.anthropic.LoopbackWitness;
import dev.switchyard.adapter.claude.ClaudeCli;
import dev.switchyard.adapter.claude.ClaudeData;
import dev.switchyard.adapter.claude.ClaudeFiles;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.adapter.file.ProgramFiles;
import dev.switchyard.adapter.file.ProofFiles;
import dev.switchyard.adapter.git.GitCheckouts;
import dev.switchyard.adapter.ollama.OllamaServer;
import dev.switchyard.adapter.process.InstalledPrograms;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.launch.ProgramSearch;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.probe.CredentialKind;
import dev.switchyard.domain.probe.Difference;
import dev.switchyard.domain.probe.EndpointEvidence;
import dev.switchyard.domain.probe.Proof;
import dev.switchyard.domain.probe.RouteProofs;
import dev.switchyard.domain.probe.Standing;
import dev.switchyard.domain.probe.VerifyRoute;
import dev.switchyard.domain.probe.VerifyStep;
import dev.switchyard.domain.probe.WhatSeen;
import dev.switchyard.domain.probe.WhereSeen;
import dev.switchyard.domain.route.ClaudeSurroundings;
import dev.switchyard.domain.route.Layer;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.SettingsRouteReader;
import dev.switchyard.real.CloudStandIn;
import dev.switchyard.real.RealClaude;
import dev.switchyard.real.RealOllama;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Proofs with the real Claude Code and the real Ollama; a stand-in plays the cloud, and every
/// credential is made up.
class VerifyIT {
  private static final String KEY = "sk-ant-made-up";
  private static final Cancellation NEVER = Cancellation.NEVER;

  @TempDir static Path shared;
  private static CloudStandIn cloud;
  private static RealOllama ollama;
  private static Path claude;

  @TempDir Path temporary;
  private final Map<String, String> environment = new HashMap<>();
  private Optional<RouteChoice> chosen = Optional.empty();
  private Home home;
  private Path project;

  @BeforeAll
  static void servers() throws Exception {
    claude = RealClaude.require();
    ollama = RealOllama.start(Files.createDirectory(shared.resolve("ollama")));
    ollama.buildAgent(ModelName.of("agent"));
    cloud = CloudStandIn.start(shared);
  }

  @AfterAll
  static void close() throws IOException {
    if (cloud != null) {
      cloud.close();
    }
    if (ollama != null) {
      ollama.close();
    }
  }

  @BeforeEach
  void freshHome() throws IOException {
    var real = temporary.toRealPath();
    home = Home.below(Files.createDirectory(real.resolve("home")));
    project = Files.createDirectories(real.resolve("project é ' x/.claude")).getParent();
    environment.putAll(cloud.environment());
    environment.put("NO_PROXY", "localhost");
    environment.put("HOME", home.directory().toString());
    environment.put("PATH", claude.getParent() + ":/usr/bin:/bin");
    environment.put("TERM", "xterm");
    environment.put("LC_ALL", "C.UTF-8");
    cloud.clear();
  }

  @Test
  void aLocalRouteIsProvenAndStaysSoUntilItChanges() throws Exception {
    routeLocally();
    Files.writeString(project.resolve("CLAUDE.md"), "The secret word is rhubarb.");
    var steps = new ArrayList<VerifyStep>();

    var proof = verifier().verify(everything(), steps::add, NEVER);

    assertThat(proof.differences()).isEmpty();
    assertThat(proof.proven()).isTrue();
    assertThat(proof.models()).containsExactly("agent");
    assertThat(proof.claudeVersion()).isEqualTo(RealClaude.VERSION);
    assertThat(proof.firstPromptTokens().toOptional().orElseThrow()).isGreaterThan(10_000);
    var where = where(proof);
    assertThat(where.servedByAnthropic()).contains(false);
    assertThat(where.answerId().orElseThrow()).matches("msg_[0-9a-f]{24}");
    assertThat(where.evidence())
        .isInstanceOfAny(EndpointEvidence.Loaded.class, EndpointEvidence.Moved.class);
    var what = what(proof);
    assertThat(what.credentials()).isEqualTo(Map.of("authorization", CredentialKind.PLACEHOLDER));
    assertThat(what.subAgents()).as("haiku, sonnet, opus, fable, inherited").isEqualTo(5);
    assertThat(what.prefixDiffersAt()).isEmpty();
    assertThat(what.firstPromptBytes()).isGreaterThan(30_000);
    assertThat(steps).containsExactly(VerifyStep.values());
    assertThat(cloud.messages()).isEmpty();
    assertThat(project.resolve("proof.txt")).as("the model's wish for a tool").doesNotExist();
    assertNothingWasKept();

    assertThat(standing().proof()).contains(proof);
    environment.put("ANTHROPIC_SMALL_FAST_MODEL", "of no consequence");
    assertThat(standing().proof()).isPresent();
    CommandRun.of("--home", home.directory().toString(), "undo");
    assertThat(standing().proof()).isEmpty();
    assertThat(standing().prospect().last()).contains(proof);
  }

  /// With everything allowed, the model's answer would otherwise write a file.
  @Test
  void noToolIsRunWhateverIsAllowed() throws Exception {
    settings(
        "settings.json",
        "{'model':'agent','permissions':{'allow':['Bash']},'env':{%s}}".formatted(here()));

    verifier().verify(new VerifyRoute.Request(project, true, false, false), _ -> {}, NEVER);

    assertThat(project.resolve("proof.txt")).doesNotExist();
  }

  @Test
  void anotherLayerThatCancelsTheRouteIsNamed() throws Exception {
    routeLocally();
    chosen = Optional.of(RouteChoice.LOCAL);
    settings(
        "settings.local.json",
        "{'model':'sonnet','env':{'ANTHROPIC_BASE_URL':'','ANTHROPIC_AUTH_TOKEN':'','ANTHROPIC_API_KEY':'%s'}}"
            .formatted(KEY));

    var proof = verify(true);

    assertThat(proof.proven()).isFalse();
    assertThat(difference(proof, "not-as-chosen").layer()).contains(Layer.LOCAL);
    assertThat(where(proof).servedByAnthropic()).contains(true);
    assertThat(proof.what())
        .as("no witness may see the person's key")
        .isInstanceOf(Known.Unknown.class);
    assertThat(cloud.messages()).isNotEmpty();
    assertNothingWasKept();
  }

  @Test
  void aCloudRouteIsAskedForOnlyWithLeave() throws Exception {
    assertThatExceptionOfType(PortException.class)
        .isThrownBy(() -> verify(false))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(PortException.Kind.REFUSED));
    assertThat(cloud.messages()).isEmpty();
  }

  @Test
  void aVariableOfTheProcessThatNamesAnotherModelIsNamed() throws Exception {
    settings("settings.json", "{'model':'agent','env':{%s}}".formatted(here()));
    environment.put("ANTHROPIC_MODEL", "not-there");

    var proof = verify(false);

    assertThat(proof.proven()).isFalse();
    assertThat(difference(proof, "model-missing").layer()).contains(Layer.PROCESS);
  }

  @Test
  void aTierThatNobodyRoutesIsFound() throws Exception {
    settings(
        "settings.json",
        "{'model':'agent','env':{%s,'ANTHROPIC_DEFAULT_OPUS_MODEL':'agent','ANTHROPIC_DEFAULT_SONNET_MODEL':'agent','ANTHROPIC_DEFAULT_FABLE_MODEL':'agent'}}"
            .formatted(here()));

    var proof = verify(false);

    assertThat(proof.proven()).isFalse();
    assertThat(proof.differences()).extracting(Difference::id).containsExactly("other-model");
    var difference = difference(proof, "other-model");
    assertThat(difference.layer()).contains(Layer.DEFAULT);
    assertThat(difference.text().arguments()).contains("ANTHROPIC_DEFAULT_HAIKU_MODEL");
  }

  @Test
  void theAttributionHeaderMakesThePrefixUnstable() throws Exception {
    routeLocally();
    settings("settings.local.json", "{'env':{'CLAUDE_CODE_ATTRIBUTION_HEADER':'1'}}");

    var proof = verify(false);

    assertThat(proof.proven()).isFalse();
    assertThat(proof.differences()).extracting(Difference::id).containsExactly("prefix-unstable");
    assertThat(difference(proof, "prefix-unstable").layer()).contains(Layer.LOCAL);
    assertThat(what(proof).prefixDiffersAt()).contains("system[0]");
  }

  @Test
  void anInvalidFileSendsRequestsToTheCloudAndIsNamed() throws Exception {
    settings("settings.json", "{'model':'agent','env':{%s},}".formatted(here()));
    environment.put("ANTHROPIC_API_KEY", KEY);

    var proof = verify(true);

    assertThat(proof.proven()).isFalse();
    assertThat(difference(proof, "settings-invalid").layer()).contains(Layer.PROJECT);
    assertThat(cloud.messages()).isNotEmpty();
    assertNothingWasKept();
  }

  @Test
  void aRouteToNowhereIsUnreachable() throws Exception {
    settings(
        "settings.json",
        "{'model':'agent','env':{'ANTHROPIC_BASE_URL':'http://localhost:9','ANTHROPIC_AUTH_TOKEN':'ollama'}}");

    assertThatExceptionOfType(PortException.class)
        .isThrownBy(() -> verify(false))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(PortException.Kind.UNREACHABLE));
  }

  @Test
  void aCredentialThatWouldLeakIsNeverSent() throws Exception {
    settings(
        "settings.json",
        "{'model':'agent','env':{'ANTHROPIC_BASE_URL':'%s'}}".formatted(cloud.url()));
    environment.put("NO_PROXY", "127.0.0.1");
    environment.put("ANTHROPIC_API_KEY", KEY);

    var proof = verify(false);

    assertThat(proof.proven()).isFalse();
    assertThat(difference(proof, "credential-leak").layer()).contains(Layer.PROCESS);
    assertThat(proof.where()).isInstanceOf(Known.Unknown.class);
    assertThat(proof.what()).isInstanceOf(Known.Unknown.class);
    assertThat(cloud.messages()).isEmpty();
  }

  /// The demonstration's server answers Claude Code too.
  @Test
  void theSimulatedServerCanBeAskedAsWell() throws Exception {
    try (var simulated = SimulatedOllama.start(Setup.instant())) {
      var model = Setup.instant().installed().getFirst().name().shortText();
      settings(
          "settings.json",
          "{'model':'%s','env':{'ANTHROPIC_BASE_URL':'%s','ANTHROPIC_AUTH_TOKEN':'ollama','CLAUDE_CODE_MAX_CONTEXT_TOKENS':'65536'}}"
              .formatted(model, simulated.url()));
      environment.put("NO_PROXY", "localhost,127.0.0.1");

      var proof =
          verifier().verify(new VerifyRoute.Request(project, true, false, false), _ -> {}, NEVER);

      assertThat(proof.differences()).isEmpty();
      assertThat(proof.proven()).isTrue();
    }
  }

  /// The server takes the request and never answers; whoever waits for it may stop at any time.
  @Test
  void cancellingKillsClaudeCode() throws Exception {
    var silent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var asked = new CountDownLatch(1);
    silent.setExecutor(Runnable::run);
    silent.createContext("/api", exchange -> exchange.sendResponseHeaders(404, -1));
    silent.createContext("/v1", _ -> asked.countDown());
    silent.start();
    try {
      settings(
          "settings.json",
          "{'model':'agent','env':{'ANTHROPIC_BASE_URL':'http://localhost:%d','ANTHROPIC_AUTH_TOKEN':'ollama'}}"
              .formatted(silent.getAddress().getPort()));
      var wish = new Wish(asked);

      assertThatExceptionOfType(PortException.class)
          .isThrownBy(() ->
              verifier()
                  .verify(new VerifyRoute.Request(project, true, false, false), _ -> {}, wish))
          .satisfies(e -> assertThat(e.kind()).isEqualTo(PortException.Kind.CANCELLED));
      // What was killed may take a moment to be gone.
      assertThat(
              ProcessHandle.current()
                  .descendants()
                  .filter(child -> child.info().command().orElse("").contains("claude")))
          .allSatisfy(child -> assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(10)));
      try (var left = Files.list(home.state().resolve("proofs"))) {
        assertThat(left).isEmpty();
      }
    } finally {
      silent.stop(0);
    }
  }

  /// A person who cancels as soon as the server was asked.
  private static final class Wish implements Cancellation {
    private final CountDownLatch asked;
    private volatile boolean requested;

    Wish(CountDownLatch asked) {
      this.asked = asked;
    }

    @Override
    public boolean requested() {
      return requested;
    }

    @Override
    public void onRequest(Runnable stop) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              asked.await();
              requested = true;
              stop.run();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    }
  }

  private VerifyRoute.Request everything() {
    return new VerifyRoute.Request(project, true, true, false);
  }

  private Proof verify(boolean mayCost) throws PortException {
    return verifier().verify(new VerifyRoute.Request(project, true, true, mayCost), _ -> {}, NEVER);
  }

  private static WhereSeen where(Proof proof) {
    return proof.where().toOptional().orElseThrow();
  }

  private static WhatSeen what(Proof proof) {
    return proof.what().toOptional().orElseThrow();
  }

  private static Difference difference(Proof proof, String id) {
    return proof.differences().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " is not among " + proof.differences()));
  }

  /// Neither a credential nor a prompt is in what Switchyard keeps.
  private void assertNothingWasKept() throws IOException {
    try (var files = Files.walk(home.state().resolve("proofs"))) {
      var kept = files.filter(Files::isRegularFile).toList();
      assertThat(kept).as("the runs' own settings are gone").hasSize(1);
      assertThat(Files.readString(kept.getFirst()))
          .doesNotContain(KEY, "one word", "rhubarb", "Claude agent");
    }
  }

  private void routeLocally() {
    var run =
        CommandRun.of(
            "--home",
            home.directory().toString(),
            "--ollama",
            // As a person types it, and not as the exception for the proxy says it.
            "http://localhost:" + ollama.url().uri().getPort(),
            "route",
            "local",
            project.toString(),
            "--model",
            "agent");
    assertThat(run.code()).as(run.err()).isZero();
  }

  private static String here() {
    return "'ANTHROPIC_BASE_URL':'http://localhost:%d','ANTHROPIC_AUTH_TOKEN':'ollama','ANTHROPIC_API_KEY':'','CLAUDE_CODE_ATTRIBUTION_HEADER':'0'"
        .formatted(ollama.url().uri().getPort());
  }

  private void settings(String file, String json) throws IOException {
    Files.writeString(project.resolve(".claude").resolve(file), json.replace('\'', '"'));
  }

  private VerifyRoute verifier() {
    var processes = new Processes(environment, OperatingSystem.LINUX);
    return new VerifyRoute(
        reader(),
        _ -> chosen,
        new InstalledPrograms(processes, surroundings(), home, Clock.systemUTC()),
        new ClaudeCli(() -> processes, home.state()),
        LoopbackWitness::open,
        OllamaServer::new,
        proofs(),
        Clock.systemUTC());
  }

  private Standing standing() throws PortException {
    return proofs().standing(reader().read(project));
  }

  private RouteProofs proofs() {
    return new RouteProofs(
        new ProofFiles(home.state()), new ProgramSearch(surroundings(), home), new ProgramFiles());
  }

  private Surroundings surroundings() {
    return new Surroundings(OperatingSystem.LINUX, environment, home.directory());
  }

  private SettingsRouteReader reader() {
    return new SettingsRouteReader(
        new ClaudeFiles(),
        new GitCheckouts(new Processes(environment, OperatingSystem.LINUX)),
        new ClaudeData(home, OperatingSystem.LINUX),
        ClaudeSurroundings.of(home, surroundings()));
  }
}
