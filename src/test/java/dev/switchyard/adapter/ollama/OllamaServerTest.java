package dev.switchyard.adapter.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.adapter.demo.DemoModels;
import dev.switchyard.adapter.demo.Fault;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.model.BuildRequest;
import dev.switchyard.domain.model.BuildSource;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer.KeepAlive;
import dev.switchyard.domain.model.TransferProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OllamaServerTest {
  private static final ModelName GEMMA = ModelName.of("gemma4:26b");

  private final List<TransferProgress> progress = new ArrayList<>();
  private SimulatedOllama simulated;
  private OllamaServer server;

  @BeforeEach
  void start() throws IOException {
    use(Setup.instant());
  }

  @AfterEach
  void stop() {
    server.close();
    simulated.close();
  }

  private void use(Setup setup) throws IOException {
    if (server != null) {
      stop();
    }
    simulated = SimulatedOllama.start(setup);
    server = new OllamaServer(simulated.url());
  }

  @Test
  void tellsTheVersion() throws Exception {
    assertThat(server.version().toString()).isEqualTo("0.33.0");
  }

  @Test
  void listsModelsNewestFirstWithBothContexts() throws Exception {
    var models = server.installed();

    assertThat(models)
        .extracting(model -> model.name().shortText())
        .containsExactly(
            "gemma4-claude",
            "gemma4:26b",
            "gemma4",
            "gpt-oss:120b-cloud",
            "codellama:7b",
            "nomic-embed-text");
    var variant = models.getFirst();
    assertThat(variant.trainedContext()).isEqualTo(Known.of(262_144));
    assertThat(variant.configuredContext()).isEqualTo(Known.of(65_536));
    assertThat(variant.parentModel()).isEqualTo("gemma4:26b");
    assertThat(variant.quantization()).isEqualTo("Q4_K_M");
    assertThat(variant.capabilities().toOptional().orElseThrow()).contains(Capability.TOOLS);
    assertThat(models.get(1).configuredContext()).isInstanceOf(Known.Unknown.class);
    assertThat(models)
        .filteredOn(InstalledModel::isCloud)
        .singleElement()
        .extracting(InstalledModel::remoteHost)
        .isEqualTo("https://ollama.com:443");
  }

  @Test
  void asksAnOldServersShowForWhatItsListLeavesOut() throws Exception {
    use(Setup.instant().withVersion("0.24.0"));

    var gemma = server.installed().get(1);

    assertThat(gemma.capabilities().toOptional().orElseThrow())
        .contains(Capability.TOOLS, Capability.VISION);
    assertThat(gemma.trainedContext()).isEqualTo(Known.of(262_144));
  }

  @Test
  void aModelThatCannotBeShownIsListedWithTheReason() throws Exception {
    simulated
        .faults()
        .add(new Fault.Answer("/api/show", 500, "application/json", "{\"error\":\"disk gone\"}"));

    var models = server.installed();

    assertThat(models).hasSize(6);
    assertThat(models.getFirst().configuredContext())
        .isInstanceOfSatisfying(
            Known.Unknown.class,
            unknown -> assertThat(unknown.reason().toString()).contains("disk gone"));
  }

  @Test
  void describesTheShapeWithoutTheTokenizer() throws Exception {
    var shape = server.describe(GEMMA).shape();

    assertThat(shape.architecture()).isEqualTo("gemma4");
    assertThat(shape.values()).containsEntry("gemma4.attention.sliding_window", 1024L);
    assertThat(shape.values().get("gemma4.attention.head_count_kv"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(30)
        .contains(8L, 2L);
    assertThat(shape.values().keySet()).noneMatch(key -> key.startsWith("tokenizer."));
    assertThat(shape.tensors())
        .anySatisfy(tensor -> assertThat(tensor.shape()).containsExactly(2816L, 262_144L));
    assertThat(shape.fileBytes()).isCloseTo(18_000_000_000L, Offset.offset(1000L));
  }

  @Test
  void asksForTheLargeAnswerOncePerDigest() throws Exception {
    server.describe(GEMMA);
    simulated.faults().add(new Fault.Answer("/api/show", 500, "text/plain", "asked again"));

    assertThat(server.describe(GEMMA).capabilities()).contains(Capability.TOOLS);
  }

  @Test
  void pullsLayerByLayer() throws Exception {
    server.pull(ModelName.of("gemma4:31b"), progress::add, Cancellation.NEVER);

    assertThat(progress.getFirst().status()).isEqualTo("pulling manifest");
    var last = progress.getLast();
    assertThat(last.status()).isEqualTo("success");
    assertThat(last.completedBytes()).isEqualTo(last.totalBytes()).isGreaterThan(19_000_000_000L);
    assertThat(progress).extracting(TransferProgress::completedBytes).isSorted();
    assertThat(names()).contains("gemma4:31b");
  }

  @Test
  void aCancelledPullKeepsWhatHasComeAndTheNextGoesOn() throws Exception {
    var name = ModelName.of("gemma4:31b");
    var asked = new Asked();

    assertKind(
        Kind.CANCELLED,
        () ->
            server.pull(
                name,
                step -> {
                  progress.add(step);
                  if (step.completedBytes() > 1_000_000_000L) {
                    asked.request();
                  }
                },
                asked));
    progress.clear();
    server.pull(name, progress::add, Cancellation.NEVER);

    var begun =
        progress.stream().filter(step -> !step.layers().isEmpty()).findFirst().orElseThrow();
    assertThat(begun.completedBytes()).isGreaterThan(1_000_000_000L);
    assertThat(names()).contains("gemma4:31b");
  }

  @Test
  void anErrorInMidStreamIsAnErrorThoughTheStatusIs200() {
    simulated
        .faults()
        .add(
            new Fault.StreamError(
                "/api/pull", 3, "write /models/blobs/x: no space left on device"));

    assertKind(Kind.NO_SPACE, () -> pull("gemma4:31b"));
    assertThat(progress).hasSize(3);
  }

  @Test
  void aPullOfAnUnknownModelOrWithoutANetworkSaysWhich() throws Exception {
    assertKind(Kind.MISSING, () -> pull("no-such-model:9b"));
    use(Setup.instant().offline());
    assertKind(Kind.UNREACHABLE, () -> pull("no-such-model:9b"));
  }

  @Test
  void aServerThatDiesInMidPullIsNotASuccess() {
    simulated.faults().add(new Fault.HangUp("/api/pull", 2));
    assertKind(Kind.FAILED, () -> pull("gemma4:31b"));

    simulated
        .faults()
        .add(
            new Fault.Answer(
                "/api/pull", 200, "application/x-ndjson", "{\"status\":\"pulling manifest\"}\n"));
    assertKind(Kind.FAILED, () -> pull("gemma4:31b"));
  }

  @Test
  void buildsAVariant() throws Exception {
    var name = ModelName.of("gemma4-64k");

    server.build(
        BuildRequest.of(
            name, GEMMA, Map.of("num_ctx", 65_536, "temperature", 0.2, "stop", List.of("a", "b"))),
        progress::add,
        Cancellation.NEVER);

    assertThat(progress.getLast().status()).isEqualTo("success");
    var built = server.installed().getFirst();
    assertThat(built.name()).isEqualTo(name);
    assertThat(built.configuredContext()).isEqualTo(Known.of(65_536));
    assertThat(server.describe(name).modelfile()).contains("PARAMETER stop a", "PARAMETER stop b");
  }

  @Test
  void doesNotLetTheServerPullABaseBehindThePersonsBack() throws Exception {
    assertKind(
        Kind.MISSING,
        () ->
            server.build(
                BuildRequest.of(ModelName.of("x"), ModelName.of("gemma4:31b"), Map.of()),
                progress::add,
                Cancellation.NEVER));
    assertThat(names()).doesNotContain("gemma4:31b", "x");
  }

  @Test
  void buildsFromAFileThatItUploadsOnce(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("my model.gguf"), "GGUF and weights");

    buildFrom(file, "first");
    assertThat(progress).extracting(TransferProgress::status).contains("uploading", "parsing GGUF");
    progress.clear();
    buildFrom(file, "second");

    assertThat(progress).extracting(TransferProgress::status).doesNotContain("uploading");
    assertThat(names()).contains("first", "second");
  }

  @Test
  void aFileThatIsNoModelOrNotThereIsRefused(@TempDir Path folder) throws Exception {
    var text = Files.writeString(folder.resolve("text.gguf"), "hello");

    assertKind(Kind.REFUSED, () -> buildFrom(text, "x"));
    assertKind(Kind.MISSING, () -> buildFrom(folder.resolve("absent.gguf"), "x"));
    assertThat(names()).doesNotContain("x");
  }

  @Test
  void copiesButDoesNotOverwrite() throws Exception {
    server.copy(GEMMA, ModelName.of("mine"));
    assertThat(names()).contains("mine");

    assertKind(Kind.CONFLICT, () -> server.copy(GEMMA, ModelName.of("GEMMA4-claude:latest")));
    assertKind(Kind.MISSING, () -> server.copy(ModelName.of("nope"), ModelName.of("y")));
  }

  @Test
  void loadsKeepsAndUnloads() throws Exception {
    server.load(GEMMA, KeepAlive.FOREVER, Cancellation.NEVER);
    var loaded = server.loaded();
    assertThat(loaded).extracting(LoadedModel::name).containsExactly(GEMMA);
    assertThat(loaded.getFirst().expiresAt()).isAfter(Setup.EPOCH.plusSeconds(1_000_000_000));
    assertThat(loaded.getFirst().contextLength()).isEqualTo(32_768);

    server.unload(GEMMA);
    assertThat(server.loaded()).isEmpty();
    server.unload(GEMMA);
  }

  @Test
  void saysWhatDoesNotFitIntoMemoryInTheWordsOfOldAndNewServers() throws Exception {
    for (var version : List.of("0.24.0", "0.33.0")) {
      use(Setup.instant().withVersion(version).withMemory(0, 8L << 30));
      assertKind(Kind.NO_SPACE, () -> server.load(GEMMA, KeepAlive.FOREVER, Cancellation.NEVER));
    }
  }

  @Test
  void deletesAlsoWhatCannotBeLoadedAndUnloadsFirst() throws Exception {
    server.load(GEMMA, KeepAlive.FOREVER, Cancellation.NEVER);
    server.delete(GEMMA);
    server.delete(ModelName.of("nomic-embed-text"));

    assertThat(names()).doesNotContain("gemma4:26b", "nomic-embed-text");
    assertThat(server.loaded()).isEmpty();
    assertKind(Kind.MISSING, () -> server.delete(GEMMA));
  }

  @Test
  void anOldServerRecommendsNothing() throws Exception {
    assertThat(server.recommendations())
        .extracting(entry -> entry.name().shortText())
        .contains("gemma4", "qwen3.5");
    use(Setup.instant().withVersion("0.21.0"));
    assertThat(server.recommendations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404|text/html|<html>nginx</html>|MALFORMED",
        "200|text/html|<html>hello</html>|MALFORMED",
        "200|application/json|[]|MALFORMED",
        "200|application/json|{\"models\":|MALFORMED",
        "500|text/plain|oops|FAILED",
        "500|application/json|{\"error\":\"disk gone\"}|FAILED",
        "403|text/plain|''|DENIED",
        "404|text/plain|404 page not found|REFUSED",
        "503|application/json|{\"error\":\"server busy, please try again.  maximum pending requests exceeded\"}|REFUSED"
      })
  void whatIsNotTheRightAnswerIsNamed(int status, String contentType, String body, Kind kind) {
    simulated.faults().add(new Fault.Answer("/api/tags", status, contentType, body));

    assertKind(kind, () -> server.installed());
  }

  @Test
  void nobodyListensOrTheLineBreaks() {
    simulated.faults().add(new Fault.HangUp("/api/ps", 0));
    assertKind(Kind.FAILED, () -> server.loaded());
    simulated.close();
    assertKind(Kind.UNREACHABLE, () -> server.installed());
  }

  @Test
  void aLongContextIsReadThoughGoPrintsItWithAnExponent() throws Exception {
    var gemma = DemoModels.installed(Setup.EPOCH).get(1);
    use(
        Setup.instant()
            .plus(DemoModels.variant("huge", gemma, Map.of("num_ctx", 1_048_576L), Setup.EPOCH)));

    assertThat(server.installed().getFirst().configuredContext()).isEqualTo(Known.of(1_048_576));
  }

  private void pull(String name) throws PortException {
    server.pull(ModelName.of(name), progress::add, Cancellation.NEVER);
  }

  private void buildFrom(Path file, String name) throws PortException {
    var request =
        new BuildRequest(
            ModelName.of(name),
            new BuildSource.Files(List.of(file)),
            Map.of(),
            "",
            "",
            "",
            "",
            "",
            List.of(),
            List.of());
    server.build(request, progress::add, Cancellation.NEVER);
  }

  private List<String> names() throws PortException {
    return server.installed().stream().map(model -> model.name().shortText()).toList();
  }

  private static void assertKind(Kind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).as(e.toString()).isEqualTo(kind));
  }

  /// A wish to stop that a test can express.
  private static final class Asked implements Cancellation {
    private final List<Runnable> stops = new ArrayList<>();
    private boolean requested;

    @Override
    public boolean requested() {
      return requested;
    }

    @Override
    public void onRequest(Runnable stop) {
      stops.add(stop);
    }

    void request() {
      requested = true;
      stops.forEach(Runnable::run);
    }
  }
}
