package dev.switchyard.adapter.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.endpoint.profile.Access;
import dev.switchyard.domain.model.BuildRequest;
import dev.switchyard.domain.model.BuildSource;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer.KeepAlive;
import dev.switchyard.domain.model.TransferProgress;
import dev.switchyard.real.RealOllama;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Our client against the real server, with inference: a model's whole life, and every refusal that
/// can be provoked.
class OllamaIT {
  private static final ModelName AGENT = ModelName.of("agent");

  @TempDir static Path home;
  private static RealOllama real;
  private static OllamaServer server;

  @BeforeAll
  static void start() throws Exception {
    real = RealOllama.start(home);
    server = real.server();
    real.buildAgent(AGENT);
  }

  @AfterAll
  static void stop() {
    if (real != null) {
      real.close();
    }
  }

  @Test
  void isThePinnedVersion() throws Exception {
    assertThat(server.version().toString()).isEqualTo(RealOllama.VERSION);
  }

  @Test
  void listsAndDescribesWhatWasBuilt() throws Exception {
    var agent = installed(AGENT);

    assertThat(agent.configuredContext()).isEqualTo(Known.of(65_536));
    assertThat(agent.trainedContext().toOptional()).isPresent();
    assertThat(agent.capabilities().toOptional().orElseThrow())
        .contains(Capability.COMPLETION, Capability.TOOLS);
    assertThat(agent.modifiedAt().toOptional().orElseThrow())
        .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(60));

    var description = server.describe(AGENT);
    assertThat(description.modelfile()).contains("FROM ", "PARAMETER num_ctx 65536");
    assertThat(description.shape().architecture()).isNotEmpty();
    assertThat(description.shape().tensors()).isNotEmpty();
    assertThat(description.shape().values().keySet())
        .noneMatch(key -> key.startsWith("tokenizer."));
  }

  @Test
  void buildsAVariantOfAnInstalledModel() throws Exception {
    var name = ModelName.of("agent-8k");
    var steps = new ArrayList<String>();

    server.build(
        BuildRequest.of(
            name, AGENT, Map.of("num_ctx", 8_192, "temperature", 0.2, "stop", List.of("<end>"))),
        step -> steps.add(step.status()),
        Cancellation.NEVER);

    assertThat(steps).contains("writing manifest").last().isEqualTo("success");
    assertThat(installed(name).configuredContext()).isEqualTo(Known.of(8_192));
    assertThat(installed(name).parentModel()).startsWith("agent");
    assertThat(server.describe(name).modelfile()).contains("PARAMETER stop <end>");
  }

  @Test
  void loadsKeepsAndUnloads() throws Exception {
    server.load(AGENT, KeepAlive.FOREVER, Cancellation.NEVER);

    var loaded = server.loaded();
    assertThat(loaded).extracting(LoadedModel::name).contains(AGENT);
    var agent =
        loaded.stream().filter(model -> model.name().equals(AGENT)).findFirst().orElseThrow();
    assertThat(agent.bytes()).isPositive();
    assertThat(agent.contextLength()).isEqualTo(65_536);
    assertThat(agent.expiresAt()).isAfter(Instant.now().plus(Duration.ofDays(36_500)));

    server.unload(AGENT);
    assertThat(awaitUnloaded()).isTrue();
    server.unload(AGENT);
  }

  @Test
  void copiesAndDeletes() throws Exception {
    var copy = ModelName.of("agent-copy");
    server.copy(AGENT, copy);
    assertThat(installed(copy).digest()).isEqualTo(installed(AGENT).digest());
    assertKind(Kind.CONFLICT, () -> server.copy(AGENT, copy));

    server.delete(copy);

    assertThat(server.installed())
        .extracting(InstalledModel::name)
        .doesNotContain(copy)
        .contains(AGENT);
    assertKind(Kind.MISSING, () -> server.delete(copy));
  }

  @Test
  void aMissingModelIsMissingEverywhere() {
    var nope = ModelName.of("nope:9b");

    assertKind(Kind.MISSING, () -> server.describe(nope));
    assertKind(Kind.MISSING, () -> server.delete(nope));
    assertKind(Kind.MISSING, () -> server.copy(nope, ModelName.of("x")));
    assertKind(Kind.MISSING, () -> server.load(nope, KeepAlive.FOREVER, Cancellation.NEVER));
    assertKind(
        Kind.MISSING,
        () ->
            server.build(
                BuildRequest.of(ModelName.of("x"), nope, Map.of()), _ -> {}, Cancellation.NEVER));
  }

  @Test
  void aPullWithoutANetworkFailsInMidStream() {
    var steps = new ArrayList<TransferProgress>();

    assertKind(
        Kind.UNREACHABLE,
        () -> server.pull(ModelName.of("no-such-model:9b"), steps::add, Cancellation.NEVER));
    assertThat(steps).extracting(TransferProgress::status).containsExactly("pulling manifest");
  }

  @Test
  void aParameterOfTheWrongTypeIsBuiltButCannotBeLoaded() throws Exception {
    var name = ModelName.of("wrong-type");
    server.build(
        BuildRequest.of(name, AGENT, Map.of("num_ctx", "65536")), _ -> {}, Cancellation.NEVER);

    assertKind(
        Kind.REFUSED,
        "server.error.wrong-option",
        () -> server.load(name, KeepAlive.FOREVER, Cancellation.NEVER));
  }

  @Test
  void aTemplateWithAnErrorIsRefused() throws Exception {
    var agent = RealOllama.agent(ModelName.of("broken-template"));
    var broken =
        new BuildRequest(
            agent.name(),
            agent.from(),
            Map.of(),
            "",
            "{{ .System ",
            "",
            "",
            "",
            List.of(),
            List.of());

    assertKind(
        Kind.REFUSED,
        "server.error.template",
        () -> server.build(broken, _ -> {}, Cancellation.NEVER));
  }

  @Test
  void aFileThatIsNoModelIsRefused(@TempDir Path folder) throws Exception {
    var text = Files.writeString(folder.resolve("text.gguf"), "this is no model");
    var agent = RealOllama.agent(ModelName.of("no-model"));
    var request =
        new BuildRequest(
            agent.name(),
            new BuildSource.Files(List.of(text)),
            Map.of(),
            "",
            "",
            "",
            "",
            "",
            List.of(),
            List.of());

    assertKind(
        Kind.REFUSED,
        "server.error.not-gguf",
        () -> server.build(request, _ -> {}, Cancellation.NEVER));
  }

  @Test
  void whatDoesNotFitIntoMemoryIsNamedSo() throws Exception {
    var name = ModelName.of("huge");
    server.build(
        BuildRequest.of(name, AGENT, Map.of("num_ctx", 131_072, "num_batch", 131_072)),
        _ -> {},
        Cancellation.NEVER);

    assertKind(
        Kind.NO_SPACE,
        "server.error.memory",
        () -> server.load(name, KeepAlive.FOREVER, Cancellation.NEVER));
  }

  @Test
  void aModelWithoutToolsOrThoughtsSaysSo() throws Exception {
    var agent = RealOllama.agent(ModelName.of("plain"));
    server.build(
        new BuildRequest(
            agent.name(),
            agent.from(),
            Map.of(),
            "",
            "{{ .Prompt }}",
            "",
            "",
            "",
            List.of(),
            List.of()),
        _ -> {},
        Cancellation.NEVER);

    assertKind(
        Kind.REFUSED,
        "server.error.no-tools",
        () ->
            post(
                "/v1/messages",
                """
                {"model":"plain","max_tokens":5,"messages":[{"role":"user","content":"x"}],
                 "tools":[{"name":"a","description":"","input_schema":{"type":"object","properties":{}}}]}
                """));
    assertKind(
        Kind.REFUSED,
        "server.error.unsupported",
        () ->
            post(
                "/api/chat",
                "{\"model\":\"plain\",\"think\":true,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"));
  }

  @Test
  void theCloudIsOff() {
    var stub = ModelName.of("gpt-oss:120b-cloud");

    assertKind(
        Kind.REFUSED,
        "server.error.cloud-off",
        () -> server.load(stub, KeepAlive.FOREVER, Cancellation.NEVER));
  }

  @Test
  void anUnknownRequestIsNamed() {
    assertKind(
        Kind.REFUSED,
        "server.error.no-such-request",
        () -> post("/v1/messages/count_tokens", "{\"model\":\"agent\"}"));
  }

  private static void post(String path, String body) throws PortException {
    try (var http = new OllamaHttp(Access.open(real.url()))) {
      http.post(
          path, JsonMapper.shared().readTree(body), OllamaHttp.Patience.ANSWER, Cancellation.NEVER);
    }
  }

  @Test
  void aServerThatRecommendsIsUnderstood() throws Exception {
    assertThat(server.recommendations()).isNotEmpty();
  }

  private static InstalledModel installed(ModelName name) throws PortException {
    return server.installed().stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /// The server answers an unload before it has unloaded.
  private static boolean awaitUnloaded() throws PortException, InterruptedException {
    for (int tries = 0; tries < 500; tries++) {
      if (server.loaded().stream().noneMatch(model -> model.name().equals(AGENT))) {
        return true;
      }
      Thread.sleep(20);
    }
    return false;
  }

  private static void assertKind(Kind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).as(e.toString()).isEqualTo(kind));
  }

  private static void assertKind(Kind kind, String key, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            PortException.class,
            e -> {
              assertThat(e.kind()).as(e.toString()).isEqualTo(kind);
              assertThat(e.text().key()).as(e.toString()).isEqualTo(key);
            });
  }
}
