package dev.switchyard.domain.launch.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.context.CheckContext;
import dev.switchyard.domain.context.ContextContract;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.preflight.LaunchFacts.Server;
import dev.switchyard.domain.launch.terminal.InstalledTerminal;
import dev.switchyard.domain.launch.terminal.TerminalTable;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.Layer;
import dev.switchyard.domain.route.Origin;
import dev.switchyard.domain.route.RouteChoice;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PreflightTest {
  private static final Message REASON = Message.of("reason");
  private static final Message UNSET = Message.of("server.unknown.configured-context");
  private static final ModelName NAME = ModelName.of("gemma4-claude");

  private boolean folderExists = true;
  private Destination destination = Destination.LOCAL;
  private List<EffectiveRoute.Problem> problems = List.of();
  private String told = "65536";
  private Optional<RouteChoice> expected = Optional.of(RouteChoice.LOCAL);
  private Known<Program> claude =
      Known.of(new Program(Path.of("claude"), Known.unknown(REASON), true, List.of()));
  private Known<InstalledTerminal> terminal =
      Known.of(
          new InstalledTerminal(
              TerminalTable.of(OperatingSystem.LINUX).getFirst(), Path.of("terminal")));
  private Version version = Version.of(0, 32, 15);
  private InstalledModel model =
      model(Known.of(65_536), Known.of(131_072), EnumSet.allOf(Capability.class), "");
  private Known<List<LoadedModel>> loaded = Known.of(List.of());
  private List<InstalledModel> others = List.of();
  private Optional<Server> otherServer = Optional.empty();
  private Known<Boolean> trusted = Known.of(true);

  @Test
  void nothingToSayWhenAllIsWell() {
    assertThat(warnings()).isEmpty();
  }

  @Test
  void errorsComeFirst() {
    trusted = Known.of(false);
    told = "131072";
    folderExists = false;

    assertThat(warnings()).containsExactly("folder-gone", "context-overstated", "trust");
  }

  @Test
  void whatIsMissingOnThisMachine() {
    claude = Known.unknown(REASON);
    terminal = Known.unknown(REASON);

    assertThat(warnings()).containsExactly("no-claude", "no-terminal");
  }

  @Test
  void aServerThatIsDownIsAnErrorBeforeThreeSilentMinutes() {
    otherServer = Optional.of(new Server.Down(REASON));

    assertThat(warnings()).containsExactly("server-down");
  }

  @Test
  void aServerThatIsNotOllamaIsNotJudged() {
    otherServer = Optional.of(new Server.Foreign());

    assertThat(warnings()).isEmpty();
  }

  @Test
  void anOldServerHidesWhatItSaysOfItsModels() {
    version = Version.of(0, 13, 5);
    model = model(UNSET);

    assertThat(warnings()).containsExactly("server-too-old");
  }

  @Test
  void theModelHasToBeThereAndToCallTools() {
    model = model(Known.of(65_536), Known.of(131_072), Set.of(Capability.COMPLETION), "");
    assertThat(warnings()).containsExactly("model-without-tools");

    model = named(ModelName.of("another"));
    assertThat(warnings()).containsExactly("model-missing");
  }

  @Test
  void aModelThatOllamaServesFromItsCloudDoesNotPassAsLocal() {
    model =
        model(
            Known.unknown(UNSET), Known.of(131_072), EnumSet.allOf(Capability.class), "ollama.com");

    assertThat(warnings()).containsExactly("model-in-cloud");
  }

  /// Its name tells nothing: it was given with `ollama cp`.
  @Test
  void anotherNameOfACloudModelForSubAgentsDoesNotPassAsLocalEither() {
    others = List.of(named(ModelName.of("mine"), "ollama.com"));

    assertThat(warnings()).containsExactly("model-in-cloud");
  }

  @Test
  void theContextHasToBeSetLargeEnoughAndWithinTheTrainedOne() {
    model = model(UNSET);
    assertThat(warnings()).containsExactly("context-unset");

    model = model(Known.of(32_768), Known.of(131_072), EnumSet.allOf(Capability.class), "");
    assertThat(warnings()).containsExactly("context-small");

    model = model(Known.of(262_144), Known.of(131_072), EnumSet.allOf(Capability.class), "");
    assertThat(warnings()).containsExactly("context-clamped");

    model = model(Known.of(32_768), Known.of(32_768), EnumSet.allOf(Capability.class), "");
    assertThat(warnings()).containsExactly("context-trained");
  }

  @Test
  void whatIsReallyLoadedCountsMoreThanWhatIsConfigured() {
    loaded = Known.of(List.of(new LoadedModel(NAME, "d", 1, 1, 4_096, Instant.EPOCH)));
    assertThat(warnings()).containsExactly("context-loaded-differs");

    model = model(UNSET);
    loaded = Known.of(List.of(new LoadedModel(NAME, "d", 1, 1, 65_536, Instant.EPOCH)));
    assertThat(warnings()).isEmpty();
  }

  @Test
  void moreContextToldThanThereIsWouldBeCutOffSilently() {
    told = "131072";
    assertThat(warnings()).containsExactly("context-overstated");

    told = "not a number";
    assertThat(warnings())
        .as("no number: a million is assumed")
        .containsExactly("context-not-told");
  }

  @Test
  void whatTheServerDidNotSayIsNotHeldAgainstTheModel() {
    model = model(Known.unknown(REASON), Known.unknown(REASON), null, "");

    assertThat(warnings()).isEmpty();
  }

  @Test
  void aRouteThatLeadsElsewhereThanChosenIsAnError() {
    destination = Destination.CLOUD;
    otherServer = Optional.empty();
    assertThat(warnings()).containsExactly("route-unexpected");

    expected = Optional.of(RouteChoice.CLOUD);
    assertThat(warnings()).isEmpty();

    expected = Optional.empty();
    assertThat(warnings()).isEmpty();

    destination = Destination.LOCAL;
    expected = Optional.of(RouteChoice.CLOUD);
    assertThat(warnings()).containsExactly("route-unexpected");
  }

  @Test
  void aOneOffInTheCloudNeedsNoServerAndNoModel() {
    otherServer = Optional.of(new Server.Down(REASON));
    claude = Known.unknown(REASON);
    trusted = Known.of(false);

    assertThat(Preflight.checkInCloud(facts()))
        .extracting(LaunchWarning::id, LaunchWarning::prevents)
        .containsExactly(tuple("no-claude", true), tuple("trust", false));
  }

  @Test
  void problemsOfTheSettingsAreRepeatedButNotItsRemarks() {
    problems =
        List.of(
            new EffectiveRoute.Problem("settings-invalid", EffectiveRoute.Severity.ERROR, REASON),
            new EffectiveRoute.Problem("managed-settings", EffectiveRoute.Severity.INFO, REASON));

    assertThat(warnings()).containsExactly("settings-invalid");
  }

  @Test
  void aContextThatNobodyTellsClaudeCodeIsAMillionToIt() {
    told = "";

    assertThat(warnings()).containsExactly("context-not-told");
  }

  private List<String> warnings() {
    return Preflight.check(facts()).stream().map(LaunchWarning::id).toList();
  }

  private LaunchFacts facts() {
    return new LaunchFacts(
        Path.of("project"),
        folderExists,
        route(),
        expected,
        claude,
        terminal,
        destination == Destination.LOCAL ? Optional.of(server()) : Optional.empty(),
        contract(),
        trusted,
        Optional.empty(),
        Optional.empty(),
        route().forbidden());
  }

  private Optional<ContextContract> contract() {
    var check =
        new CheckContext(
            _ -> Optional.empty(),
            _ -> {
              throw new AssertionError("what is known need not be asked for");
            });
    return loaded.toOptional().map(inMemory -> check.of(route(), List.of(model), inMemory));
  }

  private Server server() {
    return otherServer.orElseGet(() -> new Server.Ollama(version, Known.of(installed()), loaded));
  }

  private List<InstalledModel> installed() {
    return Stream.concat(Stream.of(model), others.stream()).toList();
  }

  private EffectiveRoute route() {
    var file = new Origin.SettingsFile(Path.of("project/.claude/settings.json"));
    var context =
        new EffectiveRoute.Setting(new EffectiveRoute.Source(Layer.PROJECT, told, file), List.of());
    var background =
        new EffectiveRoute.Setting(
            new EffectiveRoute.Source(Layer.PROJECT, "mine", file), List.of());
    return new EffectiveRoute(
        Path.of("project"),
        destination,
        "http://localhost:11434",
        Optional.of("gemma4-claude:latest"),
        EffectiveRoute.Credential.PLACEHOLDER,
        Map.of("CLAUDE_CODE_MAX_CONTEXT_TOKENS", context, "CLAUDE_CODE_SUBAGENT_MODEL", background),
        problems);
  }

  private static InstalledModel model(Message contextUnset) {
    return model(
        Known.unknown(contextUnset), Known.of(131_072), EnumSet.allOf(Capability.class), "");
  }

  private static InstalledModel model(
      Known<Integer> configured,
      Known<Integer> trained,
      Set<Capability> capabilities,
      String remote) {
    Known<Set<Capability>> can =
        capabilities == null ? Known.unknown(REASON) : Known.of(capabilities);
    return new InstalledModel(
        NAME,
        1,
        "d",
        Instant.EPOCH,
        "gemma4",
        "26B",
        "Q4_K_M",
        trained,
        configured,
        can,
        remote,
        "");
  }

  private static InstalledModel named(ModelName name) {
    return named(name, "");
  }

  private static InstalledModel named(ModelName name, String remote) {
    return new InstalledModel(
        name,
        1,
        "d",
        Instant.EPOCH,
        "",
        "",
        "",
        Known.unknown(REASON),
        Known.unknown(REASON),
        Known.unknown(REASON),
        remote,
        "");
  }
}
