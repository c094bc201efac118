package dev.switchyard.ui.projects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.InheritAll;
import dev.switchyard.domain.route.RouteRequest;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import dev.switchyard.domain.route.SettingsVersion;
import dev.switchyard.ui.settings.TakeBackViewModel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryViewModelTest {
  private static final String OWN = "{\"theme\":\"dark\"}";

  private final ProjectsBench bench = new ProjectsBench();
  private final Path settings = ProjectsBench.BILLING.resolve(".claude/settings.json");
  private ProjectsViewModel projects;
  private HistoryViewModel model;

  @BeforeEach
  void switched() throws PortException {
    bench.files.put(settings, OWN);
    var target = new LocalTarget("http://localhost:11434", "m", 65_536);
    bench.switches().change(RouteRequest.local(ProjectsBench.BILLING, Optional.empty(), target));
    projects = bench.model();
    model = bench.history(projects);
    projects.setShown(true);
    projects.select(ProjectsBench.BILLING);
  }

  @Test
  void theChosenProjectsVersionsAreListedNewestFirst() {
    var files = ((HistoryViewModel.State.Listed) model.stateProperty().get()).files();

    assertThat(files).hasSize(1);
    assertThat(files.getFirst().versions())
        .extracting(SettingsVersion::made)
        .containsExactly(SettingsVersion.Cause.LOCAL, SettingsVersion.Cause.FOUND);
    projects.select(ProjectsBench.NOTES);
    assertThat(model.stateProperty().get()).isEqualTo(new HistoryViewModel.State.Listed(List.of()));
  }

  @Test
  void aVersionIsLookedAtBeforeItIsBroughtBack() {
    var routed = bench.files.text(settings);
    choose();
    assertThat(bench.files.text(settings)).isEqualTo(routed);
    // The route is looked at again every few seconds, which is no reason to go back to the list.
    projects.refresh();

    var chosen = (HistoryViewModel.State.Chosen) model.stateProperty().get();
    model.restore(chosen.plan());
    assertThat(bench.files.text(settings)).contains(OWN);
    assertThat(model.stateProperty().get()).isInstanceOf(HistoryViewModel.State.Listed.class);
    assertThat(bench.said).extracting(text -> text.key()).contains("history.restored");
  }

  @Test
  void whatChangedMeanwhileIsNotOverwritten() {
    choose();
    bench.files.put(settings, "{\"theme\":\"light\"}");
    var chosen = (HistoryViewModel.State.Chosen) model.stateProperty().get();
    model.restore(chosen.plan());

    assertThat(bench.files.text(settings)).contains("{\"theme\":\"light\"}");
    assertThat(model.stateProperty().get()).isInstanceOf(HistoryViewModel.State.Failed.class);
    model.list();
    assertThat(model.stateProperty().get()).isInstanceOf(HistoryViewModel.State.Listed.class);
  }

  @Test
  void everyRouteIsListedBeforeItIsTakenBack() {
    var routed = bench.files.text(settings);
    var takeBack =
        new TakeBackViewModel(
            bench.tasks,
            new InheritAll(
                bench.files, bench.store(), bench.list(), ProjectsBench.HOME, Clock.systemUTC()),
            projects::refresh);
    takeBack.look();
    var planned = (TakeBackViewModel.State.Planned) takeBack.stateProperty().get();
    assertThat(planned.outcome().changes()).extracting(one -> one.file()).contains(settings);
    assertThat(planned.outcome().left()).isEmpty();
    assertThat(bench.files.text(settings)).isEqualTo(routed);

    takeBack.takeBack();
    assertThat(bench.files.text(settings)).contains(OWN);
    assertThat(takeBack.stateProperty().get()).isInstanceOf(TakeBackViewModel.State.Done.class);
    takeBack.cancel();
    assertThat(takeBack.stateProperty().get()).isEqualTo(new TakeBackViewModel.State.Idle());
  }

  private void choose() {
    var files = ((HistoryViewModel.State.Listed) model.stateProperty().get()).files();
    model.choose(files.getFirst().versions().getLast());
  }
}
