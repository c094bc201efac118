package dev.switchyard.ui.projects;

import static dev.switchyard.ui.projects.ProjectsBench.BILLING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.fake.Fx;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ContextBadgeTest {
  private static final String MODEL = "gemma4-claude";

  private final ProjectsBench bench = new ProjectsBench();

  @BeforeAll
  static void toolkit() {
    Fx.start();
  }

  /// A row that the list has left must cost nothing and keep nothing.
  @Test
  void followsTheModelWhileItsRowIsInAScene() {
    Fx.run(() -> {
      bench.server.with(MODEL, 65_536, 131_072);
      var contexts = localContexts();
      var badge = new ContextBadge(contexts, BILLING, ProjectsBench.texts());
      assertThat(badge.isVisible()).isFalse();

      var row = new StackPane(badge);
      var scene = new Scene(row);
      load(contexts, 4_096);
      assertThat(badge.isVisible()).isTrue();

      scene.setRoot(new StackPane());
      load(contexts, 65_536);
      assertThat(badge.isVisible()).as("not followed").isTrue();

      scene.setRoot(row);
      assertThat(badge.isVisible()).isFalse();
    });
  }

  private ContextViewModel localContexts() {
    var projects = bench.model();
    var contexts = bench.context(projects);
    projects.setShown(true);
    projects.choose(billing(projects), RouteChoice.LOCAL);
    projects.change().write();
    return contexts;
  }

  private static ProjectRoute billing(ProjectsViewModel projects) {
    return ((ProjectsViewModel.State.Listed) projects.stateProperty().get())
        .projects().stream()
            .filter(row -> row.project().folder().equals(BILLING))
            .findFirst()
            .orElseThrow();
  }

  private void load(ContextViewModel contexts, int tokens) {
    bench.server.loaded.clear();
    bench.server.loading(MODEL, tokens);
    contexts.refresh();
  }
}
