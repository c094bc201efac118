package dev.switchyard.ui.projects;

import static dev.switchyard.ui.projects.ProjectsBench.BILLING;
import static dev.switchyard.ui.projects.ProjectsBench.WEBSITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.probe.CredentialKind;
import dev.switchyard.domain.probe.PromptPrefix;
import dev.switchyard.domain.probe.Standing;
import dev.switchyard.domain.probe.WitnessedRequest;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.fake.ScriptedClaude;
import dev.switchyard.ui.projects.VerifyViewModel.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifyViewModelTest {
  private final ProjectsBench bench = new ProjectsBench();
  private ProjectsViewModel projects;
  private VerifyViewModel model;

  @BeforeEach
  void aLocalProject() {
    projects = bench.model();
    projects.setShown(true);
    projects.choose(row(BILLING), RouteChoice.LOCAL);
    projects.change().write();
    projects.select(BILLING);
    model = bench.verify(projects);
    bench.proving.claude.events.addAll(ScriptedClaude.answer("gemma4-claude"));
    bench.proving.claude.conversations.addAll(List.of(seen(), seen()));
  }

  @Test
  void whatIsOnlyConfiguredIsNotProven() {
    assertThat(state(BILLING)).isEqualTo(RouteState.CONFIGURED);
    assertThat(model.shownProperty().get().canStart()).isTrue();
  }

  @Test
  void aProofTurnsTheProjectGreenUntilSomethingChanges() {
    model.verify();

    assertThat(standing(BILLING).proven()).isTrue();
    assertThat(model.shownProperty().get().state()).isInstanceOf(State.Idle.class);
    assertThat(state(BILLING)).isEqualTo(RouteState.PROVEN);

    bench.proving.build = "2.1.331";
    projects.refresh();
    assertThat(standing(BILLING).proof()).as("of another Claude Code").isEmpty();
    assertThat(standing(BILLING).prospect().last()).isPresent();
    assertThat(state(BILLING)).isEqualTo(RouteState.CONFIGURED);
  }

  @Test
  void whatDiffersTurnsItRed() {
    bench.proving.claude.conversations.set(
        1, List.of(request("gemma4-claude"), request("claude-haiku-5-5")));

    model.verify();

    assertThat(standing(BILLING).disproven()).isTrue();
    assertThat(state(BILLING)).isEqualTo(RouteState.BAD);
  }

  @Test
  void aCloudRouteIsAskedForFirst() {
    projects.select(WEBSITE);

    model.verify();
    assertThat(model.shownProperty().get().state()).isEqualTo(new State.Confirming(WEBSITE));
    assertThat(bench.proving.claude.asked).isEmpty();

    model.confirm();
    assertThat(bench.proving.claude.asked).as("only the real request").hasSize(1);
  }

  @Test
  void cancellingTakesTheQuestionBack() {
    projects.select(WEBSITE);
    model.verify();

    model.cancel();

    assertThat(model.shownProperty().get().state()).isInstanceOf(State.Idle.class);
    assertThat(bench.proving.claude.asked).isEmpty();
  }

  @Test
  void itRunsOnWhileAnotherProjectIsLookedAt() {
    bench.tasks.hold();
    model.verify();
    assertThat(model.shownProperty().get().state()).isInstanceOf(State.Running.class);

    projects.select(WEBSITE);
    assertThat(model.shownProperty().get().state()).isInstanceOf(State.Idle.class);
    assertThat(model.shownProperty().get().canStart()).as("one at a time").isFalse();

    projects.select(BILLING);
    model.cancel();
    assertThat(model.shownProperty().get().state())
        .isInstanceOfSatisfying(
            State.Running.class, running -> assertThat(running.stopping()).isTrue());
  }

  static List<WitnessedRequest> seen() {
    return List.of(request("gemma4-claude"));
  }

  static WitnessedRequest request(String asked) {
    var prefix = new PromptPrefix(List.of(new PromptPrefix.Part("system[0]", "a")));
    return new WitnessedRequest(
        asked, false, Map.of("authorization", CredentialKind.PLACEHOLDER), 49_000, prefix);
  }

  private RouteState state(Path folder) {
    return RouteState.of(row(folder).route(), projects.standing(row(folder)));
  }

  private Standing standing(Path folder) {
    return projects.standing(row(folder)).orElseThrow();
  }

  private ProjectRoute row(Path folder) {
    var listed = (ProjectsViewModel.State.Listed) projects.stateProperty().get();
    return listed.projects().stream()
        .filter(one -> one.project().folder().equals(folder))
        .findFirst()
        .orElseThrow();
  }
}
