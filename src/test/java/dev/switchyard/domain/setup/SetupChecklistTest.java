package dev.switchyard.domain.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.setup.SetupStep.Action;
import dev.switchyard.domain.setup.SetupStep.State;
import dev.switchyard.fake.FixedMemory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SetupChecklistTest {
  private static final Path SHOP = Path.of("/src/shop");
  private static final Known<Program> NO_CLAUDE =
      Known.unknown(Message.of("programs.claude-missing", "a", "b"));
  private static final Known<Program> CLAUDE =
      Known.of(
          new Program(Path.of("/bin/claude"), Known.of(Version.of(2, 1, 330)), true, List.of()));
  private static final ServerState RUNNING =
      new ServerState.Running(EndpointUrl.DEFAULT, Version.of(0, 32, 15));
  private static final ServerState MISSING =
      new ServerState.Missing(EndpointUrl.DEFAULT, Message.of("programs.ollama-missing"));
  private static final ModelSuggestion SUGGESTION =
      ModelSuggestion.of(FixedMemory.of(64L << 30, 24L << 30).read());

  @Test
  void anEmptyMachineBeginsWithClaudeCodeAndWaitsWithTheRest() {
    var steps = steps(facts(NO_CLAUDE, MISSING, List.of(), List.of()));

    assertThat(states(steps))
        .containsEntry(SetupStep.Id.CLAUDE_CODE, State.NEXT)
        .containsEntry(SetupStep.Id.OLLAMA, State.OPEN)
        .containsEntry(SetupStep.Id.MODEL, State.WAITING)
        .containsEntry(SetupStep.Id.LAUNCH, State.WAITING);
    assertThat(action(steps, SetupStep.Id.CLAUDE_CODE)).contains(Action.COPY_CLAUDE_INSTALL);
    assertThat(action(steps, SetupStep.Id.OLLAMA)).contains(Action.COPY_OLLAMA_INSTALL);
  }

  @Test
  void aServerThatIsTooOldIsNoServer() {
    var old = new ServerState.Running(EndpointUrl.DEFAULT, Version.of(0, 13, 5));

    var steps = steps(facts(CLAUDE, old, List.of(), List.of()));

    assertThat(states(steps)).containsEntry(SetupStep.Id.OLLAMA, State.NEXT);
    assertThat(action(steps, SetupStep.Id.OLLAMA)).contains(Action.COPY_OLLAMA_UPGRADE);
  }

  @Test
  void aServerOnAnotherMachineCannotBeStartedFromHere() {
    var here = new ServerState.Stopped(EndpointUrl.DEFAULT, Message.of("x"), true);
    var there = new ServerState.Stopped(EndpointUrl.DEFAULT, Message.of("x"), false);

    assertThat(action(steps(facts(CLAUDE, here, List.of(), List.of())), SetupStep.Id.OLLAMA))
        .contains(Action.START_SERVER);
    assertThat(action(steps(facts(CLAUDE, there, List.of(), List.of())), SetupStep.Id.OLLAMA))
        .contains(Action.SHOW_SETTINGS);
  }

  @Test
  void aModelWithoutToolsDoesNotCount() {
    var steps = steps(facts(CLAUDE, RUNNING, List.of(model("codellama:7b", 0)), List.of()));

    assertThat(states(steps))
        .containsEntry(SetupStep.Id.MODEL, State.NEXT)
        .containsEntry(SetupStep.Id.VARIANT, State.WAITING);
    assertThat(step(steps, SetupStep.Id.MODEL).detail().arguments()).contains("gemma4:26b");
  }

  @Test
  void aPulledModelAsksForAVariantWithEnoughContext() {
    var models =
        List.of(model("gemma4:26b", 0, Capability.TOOLS), model("small", 8192, Capability.TOOLS));

    var steps = steps(facts(CLAUDE, RUNNING, models, List.of()));

    assertThat(states(steps))
        .containsEntry(SetupStep.Id.MODEL, State.DONE)
        .containsEntry(SetupStep.Id.VARIANT, State.NEXT);
    assertThat(step(steps, SetupStep.Id.MODEL).title().arguments()).containsExactly("gemma4:26b");
  }

  @Test
  void whenAllIsDoneNothingIsNext() {
    var project = new ProjectSetup(SHOP, Destination.LOCAL, Optional.of("gemma4-claude"), true);
    var facts =
        new SetupFacts(
            CLAUDE,
            RUNNING,
            List.of(model("gemma4-claude", 65_536, Capability.TOOLS)),
            SUGGESTION,
            List.of(project),
            Set.of(SHOP));

    assertThat(states(steps(facts)).values()).containsOnly(State.DONE);
  }

  @Test
  void aProjectInTheCloudDoesNotCount() {
    var project = new ProjectSetup(SHOP, Destination.CLOUD, Optional.empty(), true);
    var models = List.of(model("gemma4-claude", 65_536, Capability.TOOLS));

    var steps = steps(facts(CLAUDE, RUNNING, models, List.of(project)));

    assertThat(states(steps))
        .containsEntry(SetupStep.Id.PROJECT, State.NEXT)
        .containsEntry(SetupStep.Id.CLAUDE_MD, State.WAITING);
  }

  private static SetupFacts facts(
      Known<Program> claude,
      ServerState server,
      List<InstalledModel> models,
      List<ProjectSetup> projects) {
    return new SetupFacts(claude, server, models, SUGGESTION, projects, Set.of());
  }

  private static List<SetupStep> steps(SetupFacts facts) {
    return SetupChecklist.of(facts);
  }

  private static SetupStep step(List<SetupStep> steps, SetupStep.Id id) {
    return steps.stream().filter(step -> step.id() == id).findFirst().orElseThrow();
  }

  private static Optional<Action> action(List<SetupStep> steps, SetupStep.Id id) {
    return step(steps, id).action();
  }

  private static Map<SetupStep.Id, State> states(List<SetupStep> steps) {
    return steps.stream().collect(Collectors.toMap(SetupStep::id, SetupStep::state));
  }

  private static InstalledModel model(String name, int context, Capability... more) {
    var capabilities = new HashSet<>(Set.of(more));
    capabilities.add(Capability.COMPLETION);
    return new InstalledModel(
        ModelName.of(name),
        1,
        "digest-" + name,
        Instant.EPOCH,
        "",
        "",
        "",
        Known.of(262_144),
        context == 0
            ? Known.unknown(Message.of("server.unknown.configured-context"))
            : Known.of(context),
        Known.of(Set.copyOf(capabilities)),
        "",
        "");
  }
}
