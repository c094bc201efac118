package dev.switchyard.ui.projects;

import static dev.switchyard.ui.projects.ProjectsBench.BILLING;
import static dev.switchyard.ui.projects.ProjectsBench.NOTES;
import static dev.switchyard.ui.projects.ProjectsBench.WEBSITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.watch.RouteNews;
import dev.switchyard.domain.route.watch.RouteNews.Affected;
import dev.switchyard.domain.session.ClaudeProcess;
import dev.switchyard.fake.Fx;
import dev.switchyard.fake.Snapshots;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the screen shows of what happens elsewhere: running sessions, and files that others change.
class LiveProjectsTest {
  private static final Path SETTINGS = NOTES.resolve(".claude/settings.json");

  private final ProjectsBench bench = new ProjectsBench();
  private ProjectsViewModel model;

  @BeforeAll
  static void toolkit() {
    Fx.start();
  }

  @BeforeEach
  void oneIsLocal() {
    Fx.run(() -> {
      model = bench.model();
      model.setShown(true);
      model.choose(row(NOTES), RouteChoice.LOCAL);
      model.change().write();
      model.select(NOTES);
    });
  }

  @Test
  void sessionsAreCountedPerProject() {
    session(1, NOTES.resolve("deep"));
    session(2, BILLING);
    var sessions = bench.sessions(model);

    assertThat(sessions.count(NOTES)).contains(Message.of("sessions.count", 1));
    assertThat(sessions.count(WEBSITE)).isEmpty();
    assertThat(sessions.needsRestart(NOTES)).isFalse();
  }

  @Test
  void aSwitchTellsHowManySessionsNeedARestart() {
    session(1, NOTES);
    bench.changedAt.put(SETTINGS, Instant.now());
    Fx.run(() -> {
      model.choose(row(NOTES), RouteChoice.INHERIT);
      model.change().write();
    });

    assertThat(bench.said.getLast().key()).isEqualTo("projects.switched-open");
    assertThat(bench.said.getLast().arguments().getLast())
        .isEqualTo(Message.of("sessions.open", 1L));
  }

  @Test
  void nothingRunsWhileNobodyLooks() {
    var sessions = bench.sessions(model);
    sessions.setShown(false);
    session(1, NOTES);
    bench.tasks.turn();

    assertThat(sessions.of(NOTES)).isEmpty();
  }

  @Test
  void onlyTheRowsConcernedAreReadAnew() {
    bench.files.contents.remove(SETTINGS);
    bench.files.put(
        BILLING.resolve(".claude/settings.local.json"),
        "{\"env\":{\"ANTHROPIC_BASE_URL\":\"http://localhost:2\"}}");
    Fx.run(() -> model.changed(Set.of(NOTES)));

    assertThat(row(NOTES).route().toOptional().orElseThrow().baseUrl()).isEmpty();
    assertThat(row(BILLING).route().toOptional().orElseThrow().baseUrl()).isEmpty();
  }

  @Test
  void aForeignChangeIsShownAndCanBeRoutedAsItWas() {
    Fx.run(() -> {
      var elsewhere = bench.elsewhere(model);
      elsewhere.heard(removed());
      assertThat(bench.said.getLast().key()).isEqualTo("watch.news.one");
      bench.offered.getLast().run().run();
      assertThat(elsewhere.shownProperty().get()).isPresent();

      elsewhere.putBack();
      assertThat(elsewhere.shownProperty().get()).isEmpty();
      model.change().write();
    });

    assertThat(row(NOTES).choice()).isEqualTo(RouteChoice.LOCAL);
    assertThat(bench.files.text(SETTINGS).orElseThrow()).contains("gemma4-claude");
  }

  @Test
  void draws() {
    session(4711, NOTES);
    session(4712, NOTES.resolve("drafts"), "--model", "qwen3-coder:30b");
    bench.changedAt.put(SETTINGS, Instant.now());
    Fx.run(() -> {
      model.choose(row(NOTES), RouteChoice.INHERIT);
      model.change().write();
    });
    Snapshots.both("projects-sessions", 1092, 744, this::sessionsLeaf);
    Snapshots.write("projects-sessions-narrow", Snapshots.Look.light(772, 514), this::sessionsLeaf);
    Fx.run(() -> {
      model.choose(row(NOTES), RouteChoice.LOCAL);
      model.change().write();
    });
    var elsewhere = bench.elsewhere(model);
    Fx.run(() -> {
      elsewhere.heard(removed());
      bench.offered.getLast().run().run();
    });
    Snapshots.both(
        "projects-elsewhere", 1092, 744, () -> (Parent) bench.view(model, elsewhere).createView());
  }

  private Parent sessionsLeaf() {
    var view = (Parent) bench.view(model).createView();
    tabs(view).forEach(tabs -> tabs.getSelectionModel().selectLast());
    return view;
  }

  /// Of a view that no scene has laid out yet.
  private static Stream<TabPane> tabs(Node node) {
    return switch (node) {
      case TabPane tabs -> Stream.of(tabs);
      case ScrollPane scroll -> tabs(scroll.getContent());
      case Parent parent ->
          parent.getChildrenUnmodifiable().stream().flatMap(LiveProjectsTest::tabs);
      default -> Stream.empty();
    };
  }

  /// As if somebody had deleted the file that routes.
  private RouteNews removed() {
    var before = row(NOTES).route().toOptional();
    var content = bench.files.contents.remove(SETTINGS);
    model.refresh();
    var after = row(NOTES).route().toOptional();
    return new RouteNews(
        List.of(FileChange.of(SETTINGS, Optional.ofNullable(content), Optional.empty())),
        List.of(new Affected(Optional.of(NOTES), before, after)),
        false);
  }

  private void session(long id, Path folder, String... arguments) {
    bench.processes.add(
        new ClaudeProcess(
            id,
            "claude",
            List.of(arguments),
            Known.of(folder),
            Instant.now(),
            Known.of(Map.of("HOME", ProjectsBench.HOME.toString()))));
  }

  private ProjectRoute row(Path folder) {
    var listed = (ProjectsViewModel.State.Listed) model.stateProperty().get();
    return listed.projects().stream()
        .filter(row -> row.project().folder().equals(folder))
        .findFirst()
        .orElseThrow();
  }
}
