package dev.switchyard.ui.projects;

import static dev.switchyard.ui.projects.ProjectsBench.BILLING;
import static dev.switchyard.ui.projects.ProjectsBench.NOTES;
import static dev.switchyard.ui.projects.ProjectsBench.WEBSITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.context.Breach;
import dev.switchyard.domain.context.ContextContract;
import dev.switchyard.domain.context.ContextContract.Verdict;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.domain.route.RouteChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContextViewModelTest {
  private static final String MODEL = "gemma4-claude";

  private final ProjectsBench bench = new ProjectsBench();
  private ProjectsViewModel projects;
  private ContextViewModel model;

  @BeforeEach
  void aLocalProject() {
    bench.server.with(MODEL, 65_536, 131_072);
    projects = bench.model();
    model = bench.context(projects);
    projects.setShown(true);
    projects.choose(row(BILLING), RouteChoice.LOCAL);
    projects.change().write();
    projects.select(BILLING);
  }

  @Test
  void onlyProjectsOfTheirOwnServerHaveAContract() {
    assertThat(model.contractsProperty().get().keySet()).containsExactly(BILLING);
    assertThat(contract().verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(model.alarm(BILLING)).isEmpty();
    assertThat(model.of(NOTES)).isEmpty();
    assertThat(contract().proven()).as("nothing was measured").isFalse();
  }

  @Test
  void eachOfSeveralProjectsIsJudgedForItself() {
    projects.choose(row(WEBSITE), RouteChoice.LOCAL);
    projects.change().write();
    tell(WEBSITE, "131072");

    assertThat(model.alarm(WEBSITE)).isPresent();
    assertThat(model.alarm(BILLING)).isEmpty();
  }

  @Test
  void aNumberThatIsToldWrongIsWrittenAgainAfterALook() {
    tell(BILLING, "131072");
    var breach = only();
    assertThat(breach.id()).isEqualTo("told-too-much");

    model.mend(breach.mend());
    assertThat(projects.change().stateProperty().get())
        .as("to be looked at before")
        .isInstanceOf(ChangeViewModel.State.Ready.class);
    projects.change().write();

    assertThat(contract().verdict()).isEqualTo(Verdict.HOLDS);
    projects.undo();
    assertThat(model.alarm(BILLING)).isPresent();
  }

  @Test
  void aModelThatIsLoadedOtherwiseIsLoadedAgain() {
    bench.server.loading(MODEL, 4_096);
    model.refresh();
    assertThat(only().id()).isEqualTo("loaded-differs");

    model.mend(only().mend());

    assertThat(bench.server.loaded.getFirst().contextLength()).isEqualTo(65_536);
    assertThat(contract().verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(bench.said).contains(Message.of("context.reloaded", MODEL));
    assertThat(model.reloadingProperty().get()).isFalse();
  }

  @Test
  void aModelThatIsTooSmallOpensInTheEditorAtTheContext() {
    bench.server.with(MODEL, 16_384, 131_072);
    model.refresh();

    model.mend(breach("too-small").mend());

    assertThat(bench.opened).containsExactly("modelfile gemma4-claude 65536");
  }

  @Test
  void whatNothingCanMendSendsToTheModels() {
    bench.server.with(MODEL, 262_144, 8_192);
    model.refresh();

    var breach = breach("trained-too-short");
    assertThat(breach.canBeMended()).isTrue();
    model.mend(breach.mend());

    assertThat(bench.opened).containsExactly("models");
  }

  @Test
  void aServerThatIsAwayAccusesNobody() {
    bench.server.failure =
        Optional.of(
            new PortException(PortException.Kind.UNREACHABLE, Message.of("server.unreachable")));
    model.refresh();

    assertThat(contract().verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(model.alarm(BILLING)).isEmpty();
  }

  /// What is in memory is looked at with the questions that the screen asks anyway.
  @Test
  void theServerIsAskedOftenOnlyWhileThePersonLooks() {
    int before = bench.server.asked;
    bench.tasks.turn();
    assertThat(bench.server.asked).isEqualTo(before);

    model.setShown(true);
    model.setInView(true);
    before = bench.server.asked;
    bench.tasks.turn();
    assertThat(bench.server.asked).isGreaterThan(before);
  }

  private void tell(Path folder, String tokens) {
    var file = folder.resolve(".claude/settings.local.json");
    var text = bench.files.text(file).orElseThrow();
    bench.files.put(
        file, text.replaceAll("(\"CLAUDE_CODE_MAX_CONTEXT_TOKENS\": *\")\\d+", "$1" + tokens));
    projects.refresh();
  }

  private ContextContract contract() {
    return model.selected().orElseThrow();
  }

  private Breach only() {
    assertThat(contract().breaches()).hasSize(1);
    return contract().breaches().getFirst();
  }

  private Breach breach(String id) {
    return contract().breaches().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(List.of(id, contract()).toString()));
  }

  private ProjectRoute row(Path folder) {
    return ((ProjectsViewModel.State.Listed) projects.stateProperty().get())
        .projects().stream()
            .filter(row -> row.project().folder().equals(folder))
            .findFirst()
            .orElseThrow();
  }
}
