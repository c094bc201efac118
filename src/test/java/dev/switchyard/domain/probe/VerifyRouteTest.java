package dev.switchyard.domain.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.route.Account;
import dev.switchyard.domain.route.ClaudeSurroundings;
import dev.switchyard.domain.route.Layer;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.SettingsRouteReader;
import dev.switchyard.fake.FakeRepositories;
import dev.switchyard.fake.MemoryFiles;
import dev.switchyard.fake.ProvingGround;
import dev.switchyard.fake.ScriptedClaude;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifyRouteTest {
  private static final Path HOME = Path.of("/home/ada");
  private static final Path PROJECT = HOME.resolve("project");
  private static final String MODEL = "gemma4-claude";
  private static final String TIERS =
      """
      "ANTHROPIC_DEFAULT_OPUS_MODEL": "gemma4-claude",
      "ANTHROPIC_DEFAULT_SONNET_MODEL": "gemma4-claude",
      "ANTHROPIC_DEFAULT_HAIKU_MODEL": "gemma4-claude",
      "ANTHROPIC_DEFAULT_FABLE_MODEL": "gemma4-claude"
      """;

  private final ProvingGround ground = new ProvingGround();
  private final MemoryFiles files = new MemoryFiles();
  private final Map<String, String> process = new HashMap<>();

  @BeforeEach
  void aLocalRoute() {
    files.folders.add(PROJECT);
    settings(local(TIERS));
    ground.claude.events.addAll(ScriptedClaude.answer(MODEL));
    ground.claude.conversations.addAll(List.of(seen(request(MODEL)), seen(request(MODEL))));
  }

  @Test
  void aLocalRouteIsProven() throws PortException {
    ground.loaded.addAll(List.of(List.of(loaded(100)), List.of(loaded(105))));

    var proof = verify();

    assertThat(proof.proven()).isTrue();
    assertThat(proof.models()).containsExactly(MODEL);
    assertThat(proof.firstPromptTokens()).isEqualTo(Known.of(15_432L));
    assertThat(proof.where().toOptional().orElseThrow().evidence())
        .isEqualTo(new EndpointEvidence.Moved(MODEL));
    assertThat(ground.proofs().standing(reader().read(PROJECT)).proof()).contains(proof);
  }

  /// The first prompt had more tokens than the context, so just the context was counted.
  @Test
  void aFirstPromptThatTheServerHasCutIsADifferenceWithBothFigures() throws PortException {
    ground.loaded.addAll(List.of(List.of(), List.of(loaded(105, 15_432))));

    var proof = verify();

    assertThat(proof.proven()).isFalse();
    assertThat(proof.where().toOptional().orElseThrow().isCut()).isTrue();
    assertThat(proof.differences())
        .singleElement()
        .satisfies(difference -> {
          assertThat(difference.id()).isEqualTo("prompt-cut");
          assertThat(difference.text().arguments()).containsExactly("15432", "15432");
        });
  }

  /// 0.30 and later keep half of what does not fit.
  @Test
  void halfOfTheContextIsACutToo() throws PortException {
    ground.loaded.addAll(List.of(List.of(), List.of(loaded(105, 30_860))));
    assertThat(ids(verify())).containsExactly("prompt-cut");
    ground.claude.conversations.addAll(List.of(seen(request(MODEL)), seen(request(MODEL))));
    ground.loaded.addAll(List.of(List.of(), List.of(loaded(105, 30_000))));
    assertThat(verify().proven()).as("a prompt that fits").isTrue();
  }

  @Test
  void whatTheWitnessSeesComesBeforeTheRealRequest() throws PortException {
    verify();

    assertThat(ground.claude.asked)
        .extracting(question -> question.settings().contains(ScriptedClaude.WITNESS))
        .containsExactly(true, true, false);
    assertThat(ground.claude.asked.getLast().settings()).contains("PreToolUse");
  }

  @Test
  void aServerThatShowsNothingHasNotAnswered() throws PortException {
    ground.loaded.addAll(List.of(List.of(loaded(100)), List.of(loaded(100))));

    assertThat(ids(verify())).containsExactly("endpoint-silent");
  }

  @Test
  void anotherKindOfServerIsBelievedByItsAnswersId() throws PortException {
    assertThat(verify().proven()).isTrue();

    ground.claude.events.remove(1);
    ground.claude.conversations.addAll(List.of(seen(request(MODEL)), seen(request(MODEL))));
    assertThat(ids(verify())).containsExactly("no-answer");
  }

  @Test
  void claudeCodeThatTakesTheServerForAnthropicsIsNotBelieved() throws PortException {
    ground.claude.events.set(
        0, new ClaudeEvent.Started("2.1.330", MODEL, Optional.of(true), "none"));

    assertThat(verify().differences())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.id()).isEqualTo("served-elsewhere");
          assertThat(one.layer()).contains(Layer.PROJECT);
        });
  }

  @Test
  void aTierThatNobodyRoutesIsNamedWithItsVariable() throws PortException {
    settings(local("\"X\": \"1\""));
    ground.claude.conversations.set(
        0, seen(request(MODEL), request("claude-fable-5-2"), request("claude-fable-5-2")));

    var proof = verify();

    assertThat(ids(proof)).containsExactly("other-model");
    assertThat(proof.differences().getFirst().text())
        .isEqualTo(
            Message.of(
                "verify.difference.other-tier",
                "claude-fable-5-2",
                "ANTHROPIC_DEFAULT_FABLE_MODEL"));
  }

  @Test
  void aSecondModelThatTheSettingsNameIsNoDifference() throws PortException {
    settings(local(TIERS.replace("HAIKU_MODEL\": \"gemma4-claude", "HAIKU_MODEL\": \"small")));
    ground.claude.conversations.set(0, seen(request(MODEL), request("small")));

    assertThat(verify().proven()).isTrue();
  }

  @Test
  void prefixesThatDifferAreNamedWithTheLayer() throws PortException {
    settings(local(TIERS + ", \"CLAUDE_CODE_ATTRIBUTION_HEADER\": \"1\""));
    ground.claude.conversations.set(1, seen(request(MODEL, "other", Map.of())));

    var difference = verify().differences().getFirst();

    assertThat(difference.id()).isEqualTo("prefix-unstable");
    assertThat(difference.layer()).contains(Layer.PROJECT);
  }

  @Test
  void aCredentialThatTheWitnessSeesIsNotSentToTheServer() throws PortException {
    ground.claude.conversations.set(
        1, seen(request(MODEL, "a", Map.of("x-api-key", CredentialKind.CLOUD))));

    var proof = verify();

    assertThat(ids(proof)).containsExactly("credential-seen");
    assertThat(proof.where()).isInstanceOf(Known.Unknown.class);
    assertThat(ground.claude.asked).as("only the witness was asked").hasSize(2);
  }

  @Test
  void aKnownLeakStopsEverything() throws PortException {
    settings("{\"env\": {\"ANTHROPIC_BASE_URL\": \"http://localhost:11434\"}, \"model\": \"m\"}");
    process.put("ANTHROPIC_API_KEY", "sk-ant-made-up");

    var proof = verify();

    assertThat(ground.claude.asked).isEmpty();
    assertThat(proof.proven()).isFalse();
    assertThat(proof.differences())
        .filteredOn(one -> one.id().equals("credential-leak"))
        .singleElement()
        .satisfies(one -> assertThat(one.layer()).contains(Layer.PROCESS));
  }

  @Test
  void aCloudRouteNeedsLeaveAndNoWitnessSeesIt() throws PortException {
    settings("{}");
    assertThatExceptionOfType(PortException.class)
        .isThrownBy(this::verify)
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
    assertThat(ground.claude.asked).isEmpty();

    ground.claude.events.set(
        0, new ClaudeEvent.Started("2.1.330", "claude-opus-5-5", Optional.of(true), "none"));
    var proof = verify(new VerifyRoute.Request(PROJECT, true, true, true));
    assertThat(proof.proven()).isTrue();
    assertThat(proof.what()).isEqualTo(Known.unknown(Message.of("verify.skipped.cloud")));
    assertThat(ground.claude.asked).hasSize(1);
  }

  @Test
  void whatWasChosenElsewiseIsADifference() throws PortException {
    settings("{}");
    ground.chosen = Optional.of(RouteChoice.LOCAL);
    ground.claude.events.set(
        0, new ClaudeEvent.Started("2.1.330", "claude-opus-5-5", Optional.of(true), "none"));

    assertThat(ids(verify(new VerifyRoute.Request(PROJECT, true, false, true))))
        .containsExactly("not-as-chosen");
  }

  @Test
  void theWitnessAloneProvesNothing() throws PortException {
    var proof = verify(new VerifyRoute.Request(PROJECT, false, true, false));

    assertThat(proof.differences()).isEmpty();
    assertThat(proof.proven()).isFalse();
    assertThat(proof.firstPromptTokens())
        .isEqualTo(Known.unknown(Message.of("verify.skipped.not-asked")));
  }

  @Test
  void administratorsWhoAreStrongerThanTheWitnessKeepItFromBeingAsked() throws PortException {
    files.put(Path.of("/etc/managed.json"), local(TIERS));

    var proof = verify();

    assertThat(proof.what()).isEqualTo(Known.unknown(Message.of("verify.skipped.overruled")));
    assertThat(ground.claude.asked).as("only the real request").hasSize(1);
  }

  @Test
  void aProxyMakesAnExceptionForTheWitness() throws PortException {
    process.put("HTTP_PROXY", "http://proxy:3128");
    process.put("NO_PROXY", "localhost,.intern");

    verify();

    assertThat(ground.claude.asked.getFirst().settings())
        .contains("\"NO_PROXY\":\"localhost,.intern,127.0.0.1\"");
  }

  @Test
  void aProxyThatWouldGetTheRequestsGetsNone() throws PortException {
    process.put("HTTP_PROXY", "http://proxy:3128");

    assertThat(ids(verify())).containsExactly("proxy-catches");
    assertThat(ground.claude.asked).isEmpty();
  }

  @Test
  void aDeadServerIsFoundBeforeClaudeCodeTriesForMinutes() {
    ground.serverFailure = Optional.of(new PortException(Kind.UNREACHABLE, Message.of("down")));

    assertThatExceptionOfType(PortException.class)
        .isThrownBy(() -> verify(new VerifyRoute.Request(PROJECT, true, false, false)))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE));
    assertThat(ground.claude.asked).isEmpty();
  }

  @Test
  void theSecondRetryIsEnough() {
    ground.claude.events.clear();
    ground.claude.events.addAll(
        List.of(
            new ClaudeEvent.Retried(1, Optional.empty()),
            new ClaudeEvent.Retried(2, Optional.empty())));

    assertThatExceptionOfType(PortException.class)
        .isThrownBy(this::verify)
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE));
    assertThat(ground.store.find(PROJECT)).as("an earlier proof stays").isEmpty();
  }

  @Test
  void aModelThatTheServerDoesNotHaveIsNamedWithItsLayer() throws PortException {
    var missing = AnswerFailure.of(Optional.of(404), "", "There is an issue");
    ground.claude.events.set(
        2, new ClaudeEvent.Ended(Optional.of(missing), List.of(), 0, Duration.ofSeconds(1)));

    assertThat(verify().differences())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.id()).isEqualTo("model-missing");
          assertThat(one.layer()).contains(Layer.PROJECT);
        });
  }

  @Test
  void aProofHoldsForTheseSettingsAndThisBuildOnly() throws PortException {
    verify();
    assertThat(standing().proven()).isTrue();

    process.put("ANTHROPIC_BASE_URL", "http://localhost:9");
    assertThat(standing().proven()).as("a weaker layer changes nothing").isTrue();
    settings(local(TIERS) + "\n");
    assertThat(standing().proven()).as("another form, the same values").isTrue();

    settings(local(TIERS + ", \"CLAUDE_CODE_ATTRIBUTION_HEADER\": \"1\""));
    assertThat(standing().proof()).isEmpty();
    settings(local(TIERS));
    assertThat(standing().proven()).as("as it was").isTrue();

    ground.build = "2.1.331";
    assertThat(standing().proof()).isEmpty();
    assertThat(standing().prospect().last()).as("how long it took is known").isPresent();
  }

  private Standing standing() throws PortException {
    return ground.proofs().standing(reader().read(PROJECT));
  }

  private static List<String> ids(Proof proof) {
    return proof.differences().stream().map(Difference::id).toList();
  }

  private Proof verify() throws PortException {
    return verify(new VerifyRoute.Request(PROJECT, true, true, false));
  }

  private Proof verify(VerifyRoute.Request request) throws PortException {
    return ground.useCase(reader()).verify(request, _ -> {}, Cancellation.NEVER);
  }

  private SettingsRouteReader reader() {
    return new SettingsRouteReader(
        files,
        new FakeRepositories(),
        () -> Account.NONE,
        new ClaudeSurroundings(
            HOME, Path.of("/etc/managed.json"), HOME.resolve(".claude/settings.json"), process));
  }

  private void settings(String json) {
    files.put(PROJECT.resolve(".claude/settings.json"), json);
  }

  private static String local(String more) {
    return """
    {"model": "gemma4-claude", "env": {"ANTHROPIC_BASE_URL": "http://localhost:11434",
    "ANTHROPIC_AUTH_TOKEN": "ollama", "ANTHROPIC_API_KEY": "", %s}}
    """
        .formatted(more);
  }

  private static LoadedModel loaded(long expires) {
    return loaded(expires, 65_536);
  }

  private static LoadedModel loaded(long expires, int context) {
    return new LoadedModel(
        ModelName.of(MODEL), "d1", 1, 0, context, ProvingGround.NOW.plusSeconds(expires));
  }

  private static List<WitnessedRequest> seen(WitnessedRequest... requests) {
    return List.of(requests);
  }

  private static WitnessedRequest request(String model) {
    return request(model, "a", Map.of("authorization", CredentialKind.PLACEHOLDER));
  }

  private static WitnessedRequest request(
      String model, String digest, Map<String, CredentialKind> credentials) {
    var prefix = new PromptPrefix(List.of(new PromptPrefix.Part("system[0]", digest)));
    return new WitnessedRequest(model, false, credentials, 49_000, prefix);
  }
}
