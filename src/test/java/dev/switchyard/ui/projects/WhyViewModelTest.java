package dev.switchyard.ui.projects;

import static dev.switchyard.ui.projects.ProjectsBench.NOTES;
import static dev.switchyard.ui.projects.ProjectsBench.WEBSITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.RoutesByStart;
import dev.switchyard.domain.route.StartedFrom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhyViewModelTest {
  private final ProjectsBench bench = new ProjectsBench();
  private ProjectsViewModel projects;
  private WhyViewModel why;

  @BeforeEach
  void showNotes() {
    projects = bench.model();
    why = projects.why();
    projects.setShown(true);
    projects.select(NOTES);
  }

  @Test
  void theWaysOfStartingAreOfferedOnlyOnDemandWhereTheyMakeNoDifference() {
    assertThat(why.choosingProperty().get()).isFalse();

    why.offerWays();
    why.startFrom(StartedFrom.DESKTOP);

    assertThat(why.choosingProperty().get()).isTrue();
    assertThat(why.fromProperty().get()).isEqualTo(StartedFrom.DESKTOP);
    assertThat(why.differencesProperty().get()).isEmpty();
  }

  @Test
  void whereTheyDifferTheyAreOfferedAndTheReasonIsSaid() {
    bench.extension.put("ANTHROPIC_BASE_URL", "http://localhost:11434");
    projects.refresh();

    assertThat(why.choosingProperty().get()).isTrue();
    assertThat(shown().destination()).isEqualTo(Destination.CLOUD);
    assertThat(why.differencesProperty().get())
        .singleElement()
        .satisfies(difference ->
            assertThat(ProjectsBench.texts().text(difference))
                .startsWith("In VS Code they go to Ollama at localhost:11434, since")
                .contains("ANTHROPIC_BASE_URL is set by"));

    why.startFrom(StartedFrom.VSCODE);

    assertThat(shown().destination()).isEqualTo(Destination.LOCAL);
    assertThat(why.differencesProperty().get()).hasSize(2);
  }

  @Test
  void theTerminalIsLookedAtAgainWhereNothingDiffersAnyMore() {
    bench.extension.put("ANTHROPIC_BASE_URL", "http://localhost:11434");
    projects.refresh();
    why.startFrom(StartedFrom.VSCODE);

    bench.extension.clear();
    projects.refresh();

    assertThat(why.choosingProperty().get()).isFalse();
    assertThat(why.fromProperty().get()).isEqualTo(StartedFrom.TERMINAL);
    assertThat(shown().destination()).isEqualTo(Destination.CLOUD);
  }

  @Test
  void aModelIsExplainedUnderTheRouteThatIsShown() {
    why.ask("sonnet");

    assertThat(why.answerProperty().get())
        .extracting(Message::key)
        .containsExactly("route.ask.cloud");

    why.ask("  ");
    assertThat(why.answerProperty().get()).isEmpty();
  }

  @Test
  void whatWasSaidOfAnotherRouteGoes() {
    bench.extension.put("ANTHROPIC_MODEL", "mine");
    projects.refresh();
    why.ask("sonnet");
    assertThat(why.answerProperty().get()).isNotEmpty();

    projects.select(WEBSITE);
    assertThat(why.answerProperty().get()).isEmpty();

    why.ask("sonnet");
    why.startFrom(StartedFrom.VSCODE);
    assertThat(why.answerProperty().get()).isEmpty();
  }

  @Test
  void theEnvironmentsAreAskedAnewOnDemandAndWhatTheySayIsShown() {
    bench.extension.put("ANTHROPIC_BASE_URL", "http://localhost:11434");

    why.askAgain();

    assertThat(bench.forgotten).isEqualTo(1);
    assertThat(why.differencesProperty().get()).isNotEmpty();
  }

  @Test
  void whatIsChosenHoldsHoweverClaudeCodeIsStarted() {
    bench.extension.put("ANTHROPIC_BASE_URL", "http://localhost:11434");
    bench.extension.put("ANTHROPIC_AUTH_TOKEN", "ollama");
    projects.refresh();
    choose(RouteChoice.CLOUD);
    assertThat(routes().of(StartedFrom.VSCODE).destination()).isEqualTo(Destination.CLOUD);
    assertThat(routes().differ()).isFalse();

    bench.extension.clear();
    bench.extension.put("HTTP_PROXY", "http://proxy:3128");
    bench.extension.put("ANTHROPIC_API_KEY", "made-up");
    bench.extension.put("ANTHROPIC_CUSTOM_HEADERS", "x-key: made-up");
    projects.refresh();
    choose(RouteChoice.LOCAL);
    assertThat(routes().of(StartedFrom.VSCODE).hasErrors()).isFalse();
    assertThat(routes().differ()).isFalse();
  }

  private void choose(RouteChoice choice) {
    projects.choose(projects.selectedProperty().get().orElseThrow(), choice);
    projects.change().write();
  }

  private RoutesByStart routes() {
    return projects.selectedProperty().get().orElseThrow().routes().toOptional().orElseThrow();
  }

  private EffectiveRoute shown() {
    return why.routeProperty().get().orElseThrow();
  }
}
