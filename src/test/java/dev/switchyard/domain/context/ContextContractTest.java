package dev.switchyard.domain.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.context.ContextContract.Verdict;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.EffectiveRoute.Setting;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import dev.switchyard.domain.route.EffectiveRoute.Source;
import dev.switchyard.domain.route.Layer;
import dev.switchyard.domain.route.Origin;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContextContractTest {
  private static final ModelName NAME = ModelName.of("gemma4-claude");
  private static final Message REASON = Message.of("reason");
  private static final String TOLD = "CLAUDE_CODE_MAX_CONTEXT_TOKENS";
  private static final String OUTPUT = "CLAUDE_CODE_MAX_OUTPUT_TOKENS";
  private static final String URL = "ANTHROPIC_BASE_URL";

  private final Map<String, Setting> values = new HashMap<>();
  private Known<Integer> asked = Known.of(65_536);
  private Known<Integer> trained = Known.of(131_072);
  private Known<Optional<Integer>> loaded = Known.of(Optional.of(65_536));
  private Optional<Long> firstPrompt = Optional.of(15_432L);

  ContextContractTest() {
    set(URL, "http://localhost:11434", Layer.PROJECT);
    set(TOLD, "65536", Layer.PROJECT);
    set(OUTPUT, "8192", Layer.PROJECT);
  }

  @Test
  void oneNumberInFourPlacesHolds() {
    var contract = contract();

    assertThat(contract.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(contract.breaches()).isEmpty();
    assertThat(tokens(contract, Place.BUILT)).contains(65_536);
    assertThat(tokens(contract, Place.LOADED)).contains(65_536);
    assertThat(tokens(contract, Place.TOLD)).contains(65_536);
    assertThat(tokens(contract, Place.NEEDED))
        .as("the prompt, an answer, and the 13,000 that Claude Code keeps")
        .contains(15_432 + 8_192 + 13_000);
  }

  @Test
  void aModelThatIsNotInMemoryBreaksNothing() {
    loaded = Known.of(Optional.empty());

    assertThat(contract().verdict()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void theModelInMemoryDiffers() {
    loaded = Known.of(Optional.of(4_096));

    var breach = only();
    assertThat(breach.id()).isEqualTo("loaded-differs");
    assertThat(breach.place()).isEqualTo(Place.LOADED);
    assertThat(breach.severity()).as("Claude Code believes in more").isEqualTo(Severity.ERROR);
    assertThat(breach.mend()).isEqualTo(new Mend.Reload(NAME));
  }

  @Test
  void aLoadedContextThatIsLongerOnlyWastesMemory() {
    loaded = Known.of(Optional.of(131_072));

    assertThat(only().severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void claudeCodeIsToldTooMuch() {
    set(TOLD, "131072", Layer.LOCAL);

    var breach = only();
    assertThat(breach.id()).isEqualTo("told-too-much");
    assertThat(breach.place()).isEqualTo(Place.TOLD);
    assertThat(breach.severity()).isEqualTo(Severity.ERROR);
    assertThat(breach.mend()).isEqualTo(new Mend.WriteRoute(65_536, false));
    assertThat(breach.text().arguments())
        .contains(new Tokens(131_072), new Tokens(65_536), NAME.shortText());
  }

  @Test
  void claudeCodeIsToldNothingAndAssumesAMillion() {
    values.remove(TOLD);

    var contract = contract();
    assertThat(tokens(contract, Place.TOLD)).contains(1_000_000);
    assertThat(only().id()).isEqualTo("not-told");

    set("CLAUDE_CODE_DISABLE_1M_CONTEXT", "1", Layer.PROJECT);
    assertThat(tokens(contract(), Place.TOLD)).contains(200_000);
    set(TOLD, "a lot", Layer.PROJECT);
    assertThat(tokens(contract(), Place.TOLD)).as("no number").contains(200_000);
  }

  @Test
  void aRouteOfAllProjectsIsMendedThere() {
    set(URL, "http://localhost:11434", Layer.USER);
    set(TOLD, "131072", Layer.USER);
    assertThat(only().mend()).isEqualTo(new Mend.WriteRoute(65_536, true));

    set(TOLD, "131072", Layer.LOCAL);
    assertThat(only().mend())
        .as("the project says so itself")
        .isEqualTo(new Mend.WriteRoute(65_536, false));
  }

  @Test
  void whatAnAdministratorSaysNobodyElseCanMend() {
    set(TOLD, "131072", Layer.MANAGED);

    var breach = only();
    assertThat(breach.id()).isEqualTo("told-too-much");
    assertThat(breach.mend()).isEqualTo(new Mend.Choose());
    assertThat(breach.advice().arguments())
        .contains(Message.of("route.layer.managed"), new Tokens(65_536));
  }

  @Test
  void beingToldLessIsGoodToKnowUntilItIsTooLittle() {
    set(TOLD, "49152", Layer.PROJECT);
    assertThat(only().id()).isEqualTo("told-too-little");
    assertThat(contract().verdict()).as("nothing is cut").isEqualTo(Verdict.HOLDS);

    set(TOLD, "32768", Layer.PROJECT);
    assertThat(only().id()).isEqualTo("told-below-need");
    assertThat(contract().verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void theProjectNeedsMoreThanTheModelHas() {
    firstPrompt = Optional.of(60_000L);

    var breach = only();
    assertThat(breach.id()).isEqualTo("too-small");
    assertThat(breach.place()).isEqualTo(Place.BUILT);
    assertThat(breach.mend()).isEqualTo(new Mend.Build(NAME, 131_072));
  }

  @Test
  void whatIsBuiltAnewIsNeverSmallerThanClaudeCodeNeeds() {
    asked = Known.of(16_384);
    loaded = Known.of(Optional.empty());
    set(TOLD, "16384", Layer.PROJECT);

    assertThat(only().mend()).isEqualTo(new Mend.Build(NAME, 65_536));
  }

  @Test
  void noModelfileRaisesWhatAModelWasTrainedFor() {
    trained = Known.of(32_768);
    asked = Known.of(65_536);
    loaded = Known.of(Optional.of(32_768));
    set(TOLD, "32768", Layer.PROJECT);

    var breach = only();
    assertThat(breach.id()).isEqualTo("trained-too-short");
    assertThat(breach.mend()).isEqualTo(new Mend.Choose());
    assertThat(breach.text().arguments()).contains(new Tokens(32_768), new Tokens(65_536));
  }

  @Test
  void aClampIsShownAsSuch() {
    trained = Known.of(131_072);
    asked = Known.of(262_144);
    loaded = Known.of(Optional.of(131_072));
    set(TOLD, "131072", Layer.PROJECT);

    var breach = only();
    assertThat(breach.id()).isEqualTo("clamped");
    assertThat(breach.severity()).isEqualTo(Severity.WARNING);
    assertThat(breach.text().arguments())
        .containsExactly(
            NAME.shortText(), new Tokens(262_144), new Tokens(131_072), new Tokens(36_624));
    assertThat(breach.mend()).isEqualTo(new Mend.Build(NAME, 131_072));
    assertThat(tokens(contract(), Place.BUILT)).as("what the server uses").contains(131_072);

    set(TOLD, "262144", Layer.PROJECT);
    assertThat(contract().breaches())
        .extracting(Breach::id)
        .containsExactly("told-too-much", "clamped");
  }

  @Test
  void noContextAtAllIsABreachUntilTheServersOwnIsSeen() {
    asked = Known.unknown(Message.of("server.unknown.configured-context"));
    loaded = Known.of(Optional.empty());
    assertThat(only().id()).isEqualTo("unset");

    loaded = Known.of(Optional.of(65_536));
    assertThat(contract().verdict()).isEqualTo(Verdict.HOLDS);

    loaded = Known.of(Optional.of(4_096));
    assertThat(contract().breaches())
        .extracting(Breach::id)
        .containsExactlyInAnyOrder("too-small", "told-too-much");
  }

  @Test
  void whatIsNotKnownIsNamedAndAccusesNobody() {
    asked = Known.unknown(REASON);
    trained = Known.unknown(REASON);
    loaded = Known.unknown(REASON);
    set(TOLD, "1048576", Layer.PROJECT);

    var contract = contract();
    assertThat(contract.breaches()).isEmpty();
    assertThat(contract.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(contract.figure(Place.BUILT)).isEqualTo(Known.unknown(REASON));
    assertThat(contract.text().arguments()).contains(REASON);
  }

  @Test
  void aPromptThatNobodyMeasuredIsEstimatedAndAccusesLess() {
    firstPrompt = Optional.empty();
    var estimated = contract().figure(Place.NEEDED).toOptional().orElseThrow();
    assertThat(estimated.source().key()).isEqualTo("context.source.estimated");
    assertThat(estimated.tokens()).isBetween(30_000, 36_000);

    asked = Known.of(16_384);
    loaded = Known.of(Optional.of(16_384));
    set(TOLD, "16384", Layer.PROJECT);
    assertThat(only().severity()).isEqualTo(Severity.WARNING);
  }

  /// Whatever the figures: an alarm names a place that is known, and none is raised where all that
  /// is known is the same and enough.
  @Test
  void alarmsAreAboutKnownPlacesOnly() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    var lengths = List.of(4_096, 16_384, 65_536, 131_072, 262_144);
    for (int i = 0; i < 2_000; i++) {
      asked = random.nextInt(4) == 0 ? Known.unknown(REASON) : Known.of(any(random, lengths));
      trained = random.nextInt(4) == 0 ? Known.unknown(REASON) : Known.of(any(random, lengths));
      loaded =
          random.nextInt(4) == 0
              ? Known.unknown(REASON)
              : Known.of(Optional.of(any(random, lengths)).filter(_ -> random.nextBoolean()));
      set(TOLD, String.valueOf(any(random, lengths)), Layer.PROJECT);
      var contract = contract();
      for (var breach : contract.breaches()) {
        boolean trainedKnown = trained instanceof Known.Value<Integer>;
        assertThat(
                contract.figure(breach.place()) instanceof Known.Value<Figure>
                    || breach.place() == Place.BUILT
                        && (trainedKnown || contract.served().isPresent()))
            .as("seed %d: %s of %s", seed, breach, contract)
            .isTrue();
      }
    }
  }

  private static int any(Random random, List<Integer> lengths) {
    return lengths.get(random.nextInt(lengths.size()));
  }

  private Breach only() {
    assertThat(contract().breaches()).hasSize(1);
    return contract().breaches().getFirst();
  }

  private static Optional<Integer> tokens(ContextContract contract, Place place) {
    return contract.figure(place).toOptional().map(Figure::tokens);
  }

  private void set(String key, String value, Layer layer) {
    values.put(
        key,
        new Setting(
            new Source(layer, value, new Origin.SettingsFile(Path.of("settings.json"))),
            List.of()));
  }

  private ContextContract contract() {
    var route =
        new EffectiveRoute(
            Path.of("project"),
            Destination.LOCAL,
            "http://localhost:11434",
            Optional.of(NAME.shortText()),
            EffectiveRoute.Credential.PLACEHOLDER,
            Map.copyOf(values),
            List.of());
    var model =
        new InstalledModel(
            NAME,
            1,
            "digest",
            Instant.EPOCH,
            "gemma4",
            "25.2B",
            "Q4_K_M",
            trained,
            asked,
            Known.of(EnumSet.allOf(Capability.class)),
            "",
            "");
    var inMemory =
        loaded.map(
            one -> one.map(tokens -> new LoadedModel(NAME, "digest", 1, 1, tokens, Instant.EPOCH)));
    return CompareContexts.of(
        new ContextFacts(route, true, Known.of(model), inMemory, firstPrompt));
  }
}
