package dev.switchyard.ui.projects;

import static dev.switchyard.ui.projects.ProjectsBench.BILLING;
import static dev.switchyard.ui.projects.ProjectsBench.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.alarm.ProjectAlarm;
import dev.switchyard.domain.context.Place;
import dev.switchyard.domain.reply.Reply;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.session.ClaudeProcess;
import dev.switchyard.domain.session.SessionNote;
import dev.switchyard.ui.overview.AlarmsViewModel;
import dev.switchyard.ui.session.CutNotices;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What Overview says of projects, over the use cases of the Projects screen.
class AlarmsViewModelTest {
  private static final String MODEL = "gemma4-claude";

  private final ProjectsBench bench = new ProjectsBench();
  private final List<Reply> replies = new ArrayList<>();
  private ProjectsViewModel projects;
  private ContextViewModel contexts;
  private CutNotices cuts;
  private AlarmsViewModel model;

  @BeforeEach
  void aLocalProject() {
    bench.server.with(MODEL, 65_536, 131_072);
    projects = bench.model();
    contexts = bench.context(projects);
    projects.setShown(true);
    projects.choose(row(BILLING), RouteChoice.LOCAL);
    projects.change().write();
    projects.setShown(false);
    cuts = new CutNotices(bench.notices, bench.navigator);
    model =
        new AlarmsViewModel(
            bench.tasks, bench.alarms(replies), bench.navigator, contexts::mend, cuts);
  }

  @Test
  void nothingIsReadBeforeTheWholeScreenIsThere() {
    int before = bench.server.asked;
    model.setScreenShown(true);
    assertThat(bench.server.asked).isEqualTo(before);
    model.setWhole(true);
    assertThat(bench.server.asked).isGreaterThan(before);
    before = bench.server.asked;
    model.setScreenShown(false);
    bench.tasks.turn();
    assertThat(bench.server.asked).isEqualTo(before);
  }

  @Test
  void whereAllAgreeNothingIsSaid() {
    show();
    assertThat(model.alarmsProperty().get()).isEmpty();
  }

  @Test
  void theProjectAndThePlaceThatDiffersAreNamedAndMendedFromHere() {
    bench.server.loading(MODEL, 4_096);
    show();
    var alarm = (ProjectAlarm.Contexts) only();
    assertThat(alarm.project().folder()).isEqualTo(BILLING);
    assertThat(alarm.breach().place()).isEqualTo(Place.LOADED);
    assertThat(AlarmsViewModel.mendOf(alarm)).isPresent();

    model.mend(alarm);

    assertThat(bench.server.loaded.getFirst().contextLength()).isEqualTo(65_536);
    assertThat(model.alarmsProperty().get()).isEmpty();
    assertThat(model.mendingProperty().get()).isFalse();
  }

  @Test
  void aClampIsSaidAsAskedAndGot() {
    bench.server.with(MODEL, 262_144, 131_072);
    tell("131072");
    show();
    var alarm = (ProjectAlarm.Contexts) only();
    assertThat(alarm.breach().id()).isEqualTo("clamped");
    assertThat(ProjectsBench.texts().text(alarm.text())).contains("asked 256K, got 128K");
    model.mend(alarm);
    assertThat(bench.opened).containsExactly("modelfile gemma4-claude 131072");
  }

  @Test
  void aMendThatFailsLeavesTheAlarmAndTheButton() {
    bench.server.loading(MODEL, 4_096);
    show();
    var alarm = (ProjectAlarm.Contexts) only();
    bench.server.failure =
        Optional.of(new PortException(PortException.Kind.FAILED, Message.of("server.malformed")));
    model.mend(alarm);
    assertThat(model.mendingProperty().get()).isFalse();
    bench.server.failure = Optional.empty();
    bench.tasks.turn();
    assertThat(only()).isEqualTo(alarm);
  }

  @Test
  void aCutPromptComesFirstAndIsToldOnce() {
    bench.server.loading(MODEL, 4_096);
    session(4711, BILLING);
    session(4712, NOTES);
    replies.add(new Reply(Instant.EPOCH, MODEL, 2_050, 2, 100, true));
    show();
    assertThat(model.alarmsProperty().get())
        .extracting(alarm -> alarm.getClass().getSimpleName())
        .as("the project in the cloud is not accused")
        .containsExactly("Cut", "Contexts");
    assertThat(AlarmsViewModel.mendOf(model.alarmsProperty().get().getFirst())).isEmpty();
    assertThat(bench.said.stream().filter(text -> text.key().equals("context.cut.notice")))
        .hasSize(1);

    var cut = (ProjectAlarm.Cut) model.alarmsProperty().get().getFirst();
    cuts.tell(BILLING, cut.cut());
    model.refresh();
    assertThat(bench.said.stream().filter(text -> text.key().equals("context.cut.notice")))
        .as("whichever screen hears of it")
        .hasSize(1);

    model.showProject(cut);
    assertThat(bench.opened).containsExactly("projects " + BILLING);
  }

  private void show() {
    model.setScreenShown(true);
    model.setWhole(true);
  }

  private ProjectAlarm only() {
    assertThat(model.alarmsProperty().get()).hasSize(1);
    return model.alarmsProperty().get().getFirst();
  }

  private void tell(String tokens) {
    var file = BILLING.resolve(".claude/settings.local.json");
    var text = bench.files.text(file).orElseThrow();
    bench.files.put(
        file, text.replaceAll("(\"CLAUDE_CODE_MAX_CONTEXT_TOKENS\": *\")\\d+", "$1" + tokens));
  }

  private void session(long id, Path folder) {
    bench.processes.add(
        new ClaudeProcess(
            id,
            "claude",
            List.of(),
            Known.of(folder),
            Instant.now(),
            Known.of(Map.of("HOME", ProjectsBench.HOME.toString()))));
    bench.sessionNotes.add(new SessionNote(id, "s" + id, folder, Instant.now(), "cli"));
  }

  private ProjectRoute row(Path folder) {
    return ((ProjectsViewModel.State.Listed) projects.stateProperty().get())
        .projects().stream()
            .filter(one -> one.project().folder().equals(folder))
            .findFirst()
            .orElseThrow();
  }
}
