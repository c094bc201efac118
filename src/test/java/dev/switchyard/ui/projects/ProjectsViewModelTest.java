package dev.switchyard.ui.projects;

import static dev.switchyard.ui.projects.ProjectsBench.BILLING;
import static dev.switchyard.ui.projects.ProjectsBench.NOTES;
import static dev.switchyard.ui.projects.ProjectsBench.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.Scope;
import dev.switchyard.domain.route.option.RouteOption;
import dev.switchyard.ui.projects.ChangeViewModel.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectsViewModelTest {
  private final ProjectsBench bench = new ProjectsBench();
  private final ProjectsViewModel model = bench.model();

  @BeforeEach
  void shown() {
    model.setShown(true);
  }

  @Test
  void nothingIsWrittenBeforeTheDifferenceWasSeen() {
    model.choose(row(NOTES), RouteChoice.LOCAL);

    var ready = (State.Ready) model.change().stateProperty().get();
    assertThat(ready.change().files()).hasSize(1);
    assertThat(ready.change().files().getFirst().textAfter()).contains("gemma4-claude");
    assertThat(bench.files.writes).isZero();
    assertThat(row(NOTES).choice()).isEqualTo(RouteChoice.INHERIT);

    model.change().write();
    assertThat(row(NOTES).choice()).isEqualTo(RouteChoice.LOCAL);
    assertThat(bench.files.text(NOTES.resolve(".claude/settings.json"))).isPresent();
  }

  @Test
  void aGitProjectIsAskedOnceAndJustMeIsTheAnswerThatStandsThere() {
    model.choose(row(BILLING), RouteChoice.LOCAL);
    assertThat(ready().scope()).contains(Scope.LOCAL);
    model.change().chooseScope(Scope.PROJECT);
    assertThat(ready().scope()).contains(Scope.PROJECT);
    assertThat(ready().files().getFirst().file().getFileName()).hasToString("settings.json");
    model.change().write();

    model.chooseModel(row(BILLING), "qwen3-coder:30b");
    assertThat(ready().scope()).isEmpty();
    assertThat(ready().files().getFirst().file().getFileName()).hasToString("settings.json");
  }

  @Test
  void anotherModelIsPlannedAgain() {
    model.choose(row(NOTES), RouteChoice.LOCAL);
    model.change().chooseModel("qwen3-coder:30b");

    assertThat(ready().local().orElseThrow().model()).isEqualTo("qwen3-coder:30b");
    assertThat(ready().files().getFirst().textAfter()).contains("qwen3-coder:30b");
  }

  @Test
  void anotherServerBringsItsOwnModelsAndStaysChosen() {
    bench.endpoints = List.of(ProjectsBench.team());
    model.choose(row(NOTES), RouteChoice.LOCAL);
    assertThat(ready().servers()).extracting(RouteServers.Named::name).containsExactly("", "team");
    assertThat(ready().server()).isEmpty();

    model.change().chooseServer("team");

    assertThat(ready().server()).isEqualTo("team");
    assertThat(ready().models().orElseThrow()).containsExactly("qwen3-coder", "devstral");
    assertThat(ready().local().orElseThrow().model()).isEqualTo("qwen3-coder");
    assertThat(ready().files().getFirst().textAfter()).contains("printenv TEAM_LLM_TOKEN");
    model.change().write();
    model.chooseModel(row(NOTES), "devstral");
    assertThat(ready().server()).isEqualTo("team");
    assertThat(ready().files().getFirst().textAfter()).contains("https://llm.team.example");
  }

  @Test
  void anotherLevelOfAnOptionIsPlannedAgainAndKeptWithAnotherModel() {
    model.choose(row(NOTES), RouteChoice.LOCAL);
    assertThat(ready().files().getFirst().textAfter()).doesNotContain("deny");

    model.change().chooseLevel(RouteOption.SLIM, RouteOption.SLIM.level("medium").orElseThrow());
    model.change().chooseModel("qwen3-coder:30b");

    assertThat(ready().files().getFirst().textAfter())
        .contains("\"ListAgents\"")
        .contains("qwen3-coder:30b");
    model.change().write();
    model.choose(row(NOTES), RouteChoice.LOCAL);
    assertThat(ready().files()).as("what was chosen is remembered").isEmpty();
  }

  @Test
  void cancelWritesNothing() {
    model.choose(row(NOTES), RouteChoice.LOCAL);
    model.change().cancel();
    model.change().write();

    assertThat(bench.files.writes).isZero();
    assertThat(model.change().stateProperty().get()).isEqualTo(new State.Idle());
  }

  @Test
  void aChangeByAnotherProgramIsShownAndNotOverwritten() {
    model.choose(row(NOTES), RouteChoice.LOCAL);
    bench.files.put(NOTES.resolve(".claude/settings.json"), "{\"theme\":\"dark\"}");
    model.change().write();

    assertThat(model.change().stateProperty().get()).isInstanceOf(State.Failed.class);
    assertThat(bench.files.text(NOTES.resolve(".claude/settings.json")))
        .contains("{\"theme\":\"dark\"}");
  }

  @Test
  void aFileThatMustNotBeTouchedIsExplained() {
    bench.files.put(NOTES.resolve(".claude/settings.json"), "{\n oops");
    model.choose(row(NOTES), RouteChoice.LOCAL);

    var failed = (State.Failed) model.change().stateProperty().get();
    assertThat(failed.reason().key()).isEqualTo("route.settings.unparsable");
    model.refresh();
    assertThat(row(NOTES).route().toOptional().orElseThrow().hasErrors()).isTrue();
  }

  @Test
  void undoTakesTheSwitchBack() {
    model.choose(row(NOTES), RouteChoice.LOCAL);
    model.change().write();
    model.undo();

    assertThat(bench.files.contents).isEmpty();
    assertThat(row(NOTES).choice()).isEqualTo(RouteChoice.INHERIT);
    model.undo();
    assertThat(bench.said.getLast()).isEqualTo(Message.of("projects.nothing-to-undo"));
  }

  @Test
  void cloudWithoutAnythingToWriteIsStillAChoice() {
    model.choose(row(NOTES), RouteChoice.CLOUD);
    assertThat(ready().files()).isEmpty();
    model.change().write();

    assertThat(row(NOTES).choice()).isEqualTo(RouteChoice.CLOUD);
  }

  @Test
  void cloudInAGitProjectIsWrittenForThePersonOnly() {
    bench.files.put(
        USER, "{\"env\":{\"ANTHROPIC_BASE_URL\":\"http://localhost:1\"},\"model\":\"m\"}");
    model.choose(row(BILLING), RouteChoice.CLOUD);

    assertThat(ready().files().getFirst().file().getFileName()).hasToString("settings.local.json");
  }

  @Test
  void aRouteThatSomebodyElseRemovedIsNotCalledLocal() {
    model.choose(row(NOTES), RouteChoice.LOCAL);
    model.change().write();
    bench.files.contents.clear();
    model.refresh();

    assertThat(row(NOTES).choice()).isEqualTo(RouteChoice.INHERIT);
  }

  @Test
  void aVanishedProjectIsListedLastAndMayBeTakenOff() {
    bench.files.folders.remove(BILLING);
    model.refresh();
    var rows = ((ProjectsViewModel.State.Listed) model.stateProperty().get()).projects();
    assertThat(rows.getLast().project().folder()).isEqualTo(BILLING);
    assertThat(rows.getLast().route().toOptional()).isEmpty();

    model.remove(rows.getLast());
    assertThat(((ProjectsViewModel.State.Listed) model.stateProperty().get()).projects())
        .hasSize(2);
  }

  @Test
  void takingAProjectOffTheListCanBeUndone() {
    model.remove(row(NOTES));
    assertThat(((ProjectsViewModel.State.Listed) model.stateProperty().get()).projects())
        .extracting(row -> row.project().folder())
        .doesNotContain(NOTES);

    bench.offered.getLast().run().run();

    assertThat(((ProjectsViewModel.State.Listed) model.stateProperty().get()).projects())
        .extracting(row -> row.project().folder())
        .contains(NOTES);
  }

  @Test
  void aProjectIsAddedByHand() {
    var other = Path.of("/srv/other");
    model.add(other);
    assertThat(bench.said.getLast().key()).isEqualTo("projects.no-folder");
    bench.files.folders.add(other);
    model.add(other);

    assertThat(model.selectedProperty().get()).map(row -> row.project().folder()).contains(other);
  }

  @Test
  void theGuidesOptionsAreChangesToo() {
    model.choose(row(NOTES), RouteChoice.LOCAL);
    model.change().write();
    var claudeMd = NOTES.resolve("CLAUDE.md");
    bench.files.put(claudeMd, "# Notes");
    model.section(row(NOTES));
    assertThat(ready().files().getFirst().textAfter())
        .startsWith("# Notes")
        .contains("`.claude/settings.json`")
        .contains("--setting-sources user");
    model.change().write();
    model.section(row(NOTES));
    model.change().write();
    assertThat(bench.files.text(claudeMd)).contains("# Notes");

    model.ignore(row(NOTES));
    model.change().write();
    assertThat(bench.files.text(NOTES.resolve(".gitignore"))).contains(".claude/settings.json\n");
  }

  @Test
  void theDefaultRouteAsksBeforeItWrites() throws PortException {
    var route = bench.defaultRoute(model);
    route.setPaused(false);
    assertThat(route.choice()).contains(RouteChoice.CLOUD);
    route.choose(RouteChoice.LOCAL);
    assertThat(bench.files.text(USER)).isEmpty();
    route.change().write();
    assertThat(bench.files.text(USER)).isPresent();
    assertThat(route.choice()).contains(RouteChoice.LOCAL);
    assertThat(bench.switches().undo()).isPresent();
    assertThat(bench.files.text(USER)).isEqualTo(Optional.empty());
  }

  @Test
  void whatIsWrittenOrTakenBackInOnePlaceShowsInAllAtOnce() {
    var route = bench.defaultRoute(model);
    route.setPaused(false);

    route.choose(RouteChoice.LOCAL);
    route.change().write();
    assertThat(shown(NOTES).route().toOptional().orElseThrow().destination())
        .isEqualTo(Destination.LOCAL);

    model.undo();
    assertThat(route.choice()).contains(RouteChoice.CLOUD);
  }

  private ChangeViewModel.Change ready() {
    return ((State.Ready) model.change().stateProperty().get()).change();
  }

  private ProjectRoute row(Path folder) {
    model.refresh();
    return shown(folder);
  }

  private ProjectRoute shown(Path folder) {
    return ((ProjectsViewModel.State.Listed) model.stateProperty().get())
        .projects().stream()
            .filter(row -> row.project().folder().equals(folder))
            .findFirst()
            .orElseThrow();
  }
}
