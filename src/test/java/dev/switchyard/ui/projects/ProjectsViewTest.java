package dev.switchyard.ui.projects;

import static dev.switchyard.ui.projects.ProjectsBench.BILLING;
import static dev.switchyard.ui.projects.ProjectsBench.NOTES;
import static dev.switchyard.ui.projects.ProjectsBench.WEBSITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.localonly.LocalOnly;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.RouteKeys;
import dev.switchyard.domain.route.StartedFrom;
import dev.switchyard.domain.route.option.RouteOption;
import dev.switchyard.fake.Fx;
import dev.switchyard.fake.ScriptedClaude;
import dev.switchyard.fake.Snapshots;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectsViewTest {
  private final ProjectsBench bench = new ProjectsBench();
  private ProjectsViewModel model;

  @BeforeAll
  static void toolkit() {
    Fx.start();
  }

  @BeforeEach
  void threeProjects() {
    Fx.run(() -> {
      model = bench.model();
      model.setShown(true);
      model.choose(row(BILLING), RouteChoice.LOCAL);
      model.change().write();
      model.choose(row(WEBSITE), RouteChoice.CLOUD);
      model.change().write();
      bench.files.put(
          NOTES.resolve(".claude/settings.json"), "{\n  \"env\": {\n    \"A\": \"1\",\n  }\n}\n");
      bench.process.put("ANTHROPIC_API_KEY", "made-up");
      model.refresh();
      model.select(BILLING);
    });
  }

  @Test
  void drawsProjectsAndWhy() {
    Snapshots.both("projects", 1092, 744, () -> (Parent) bench.view(model).createView());
    Snapshots.write(
        "projects-narrow",
        Snapshots.Look.light(772, 514),
        () -> (Parent) bench.view(model).createView());
    Snapshots.write(
        "projects-200",
        new Snapshots.Look(false, 1960, 1480, 2),
        () -> (Parent) bench.view(model).createView());
  }

  @Test
  void drawsTheChoiceOfAServer() {
    bench.endpoints = List.of(ProjectsBench.team());
    Fx.run(() -> {
      model.choose(model.selectedProperty().get().orElseThrow(), RouteChoice.LOCAL);
      model.change().chooseServer("team");
    });
    Snapshots.both("projects-server", 1092, 744, () -> (Parent) bench.view(model).createView());
    Snapshots.write(
        "projects-server-narrow",
        Snapshots.Look.light(772, 514),
        () -> (Parent) bench.view(model).createView());
  }

  @Test
  void drawsTheLimits() throws PortException {
    bench.endpoints = List.of(ProjectsBench.team());
    var folder = model.selectedProperty().get().orElseThrow().project().folder();
    bench.localOnly.set(folder, Optional.of(LocalOnly.allowing(List.of("llm.team.example"))));
    Supplier<Parent> view =
        () -> {
          var screen = (Parent) bench.view(model).createView();
          proofLeaf(screen).getSelectionModel().select(5);
          return screen;
        };
    Snapshots.both("projects-limits", 1092, 744, view);
    Snapshots.write("projects-limits-narrow", Snapshots.Look.light(772, 514), view);
  }

  @Test
  void drawsTheProof() {
    drawsTheProof("projects-proof", 0);
    bench.proving.claude.conversations.clear();
    drawsTheProof("projects-proof-failed", 1);
  }

  private void drawsTheProof(String name, int strangers) {
    bench.proving.claude.events.addAll(ScriptedClaude.answer("gemma4-claude"));
    var seen = new ArrayList<>(VerifyViewModelTest.seen());
    seen.addAll(Collections.nCopies(strangers, VerifyViewModelTest.request("claude-haiku-5-5")));
    bench.proving.claude.conversations.addAll(List.of(seen, VerifyViewModelTest.seen()));
    Fx.run(() -> bench.verify(model).verify());
    Supplier<Parent> view =
        () -> {
          var screen = (Parent) bench.view(model).createView();
          proofLeaf(screen).getSelectionModel().select(1);
          return screen;
        };
    Snapshots.both(name, 1092, 744, view);
    Snapshots.write(name + "-narrow", Snapshots.Look.light(772, 514), view);
  }

  @Test
  void drawsTheContexts() {
    bench.server.with("gemma4-claude", 65_536, 131_072);
    drawsTheContexts("projects-context");
    bench.server.with("gemma4-claude", 262_144, 131_072).loading("gemma4-claude", 4_096);
    drawsTheContexts("projects-context-broken");
  }

  private void drawsTheContexts(String name) {
    Supplier<Parent> view =
        () -> {
          var screen = (Parent) bench.view(model).createView();
          proofLeaf(screen).getSelectionModel().select(2);
          return screen;
        };
    Snapshots.both(name, 1092, 744, view);
    Snapshots.write(name + "-narrow", Snapshots.Look.light(772, 514), view);
  }

  @Test
  void drawsAProofUnderWayAndTheQuestionBefore() {
    Fx.run(() -> model.select(WEBSITE));
    drawsVerifying("projects-proof-asks");
    Fx.run(() -> {
      model.select(BILLING);
      bench.tasks.hold();
    });
    drawsVerifying("projects-proof-runs");
  }

  private void drawsVerifying(String name) {
    Snapshots.both(
        name,
        1092,
        744,
        () -> {
          var verify = bench.verify(model);
          var screen = (Parent) bench.view(model, verify).createView();
          proofLeaf(screen).getSelectionModel().select(1);
          verify.verify();
          return screen;
        });
  }

  private static TabPane proofLeaf(Parent screen) {
    return (TabPane)
        ((ScrollPane) ((StackPane) screen).getChildren().getFirst())
            .getContent()
            .lookup(".tab-pane");
  }

  @Test
  void drawsABrokenFileAndAVanishedProject() {
    Snapshots.both(
        "projects-broken",
        1092,
        744,
        () -> {
          bench.files.folders.remove(WEBSITE);
          model.refresh();
          model.select(NOTES);
          return (Parent) bench.view(model).createView();
        });
  }

  @Test
  void drawsTheDifferenceBeforeItIsWritten() {
    Snapshots.both(
        "projects-change",
        1092,
        744,
        () -> {
          model.choose(row(WEBSITE), RouteChoice.LOCAL);
          return (Parent) bench.view(model).createView();
        });
  }

  @Test
  void drawsTheOptionsOfALocalRoute() {
    for (int[] size : new int[][] {{1092, 900}, {772, 900}}) {
      Snapshots.both(
          "projects-options-" + size[0],
          size[0],
          size[1],
          () -> {
            model.choose(row(WEBSITE), RouteChoice.LOCAL);
            model
                .change()
                .chooseLevel(RouteOption.SLIM, RouteOption.SLIM.level("medium").orElseThrow());
            var view = (Parent) bench.view(model).createView();
            open(view);
            return view;
          });
    }
  }

  @Test
  void aClickOnALevelShowsWhatItWouldWrite() {
    Fx.run(() -> {
      model.choose(row(WEBSITE), RouteChoice.LOCAL);
      var view = (Parent) bench.view(model).createView();
      open(view);
      view.lookupAll(".options .sy-segmented .segment").stream()
          .map(ToggleButton.class::cast)
          .filter(segment -> segment.getText().equals("Full"))
          .forEach(ToggleButton::fire);

      var state = (ChangeViewModel.State.Ready) model.change().stateProperty().get();
      assertThat(state.change().files().getFirst().textAfter()).contains("\"Agent\"");
      assertThat(view.lookupAll(".options .segment")).as("stays open").isNotEmpty();
    });
  }

  private static void open(Parent view) {
    // What scrolls has its content only in a scene.
    new Scene(new StackPane(view)).getRoot().applyCss();
    view.lookupAll(".options .hyperlink").stream()
        .map(Hyperlink.class::cast)
        .forEach(Hyperlink::fire);
  }

  @Test
  void drawsAnotherRouteInVsCode() {
    Snapshots.both(
        "projects-differs",
        1092,
        744,
        () -> {
          bench.extension.put("ANTHROPIC_BASE_URL", "http://localhost:11434");
          bench.extension.put("ANTHROPIC_AUTH_TOKEN", "ollama");
          bench.extension.put("ANTHROPIC_MODEL", "gemma4-claude");
          bench.process.remove("ANTHROPIC_API_KEY");
          bench.files.put(NOTES.resolve(".claude/settings.json"), "{}");
          model.refresh();
          model.select(NOTES);
          model.why().startFrom(StartedFrom.VSCODE);
          model.why().ask("default");
          return (Parent) bench.view(model).createView();
        });
  }

  @Test
  void everyKeyOfALocalRouteSaysWhatItIsFor() {
    Fx.run(() -> {
      var view = (Parent) bench.view(model).createView();
      new Scene(view);
      view.applyCss();
      view.lookupAll(".why-card .hyperlink").stream()
          .map(Hyperlink.class::cast)
          .filter(link -> link.getText().contains("more key"))
          .forEach(Hyperlink::fire);
      view.applyCss();
      var shown =
          view.lookupAll(".why-grid .label").stream()
              .map(label -> ((Label) label).getText())
              .toList();
      var route = model.selectedProperty().get().orElseThrow().route().toOptional().orElseThrow();
      assertThat(route.values()).hasSizeGreaterThan(20);
      for (var key : RouteKeys.ALL) {
        if (route.values().containsKey(key.key().displayName())) {
          assertThat(shown)
              .contains(key.key().displayName(), ProjectsBench.texts().text(key.reasonKey()));
        }
      }
    });
  }

  @Test
  void drawsTheEmptyList() {
    Snapshots.both(
        "projects-empty",
        1092,
        744,
        () -> {
          bench.found.clear();
          model.refresh();
          return (Parent) bench.view(model).createView();
        });
  }

  @Test
  void drawsTheDefaultRoute() {
    Snapshots.both(
        "projects-default-route",
        400,
        60,
        () -> {
          var route = bench.defaultRoute(model);
          route.setPaused(false);
          return new DefaultRouteControl(
              route, new Places(ProjectsBench.HOME), ProjectsBench.texts());
        });
  }

  /// The popover itself is not shown: the headless platform fails to draw a popup's shadow.
  @Test
  void drawsWhatTheDefaultRouteWouldWrite() {
    Snapshots.both(
        "projects-default-change",
        576,
        880,
        () -> {
          var route = bench.defaultRoute(model);
          route.setPaused(false);
          route.choose(RouteChoice.LOCAL);
          return new ChangePane(
              route.change(),
              route.modelNamesProperty(),
              new Places(ProjectsBench.HOME),
              ProjectsBench.texts());
        });
  }

  @Test
  void aClickOnASegmentAsksAndDoesNotSwitch() {
    var view = Fx.get(() -> (Parent) bench.view(model).createView());
    var stage = Fx.show(view, 980, 940);
    var local =
        Fx.get(() ->
            view.lookupAll(".segment").stream()
                .map(ToggleButton.class::cast)
                .filter(segment -> segment.getAccessibleText().equals("Route of website: Local"))
                .findFirst()
                .orElseThrow());
    Fx.click(local);

    Fx.run(() -> {
      assertThat(model.change().stateProperty().get())
          .isInstanceOf(ChangeViewModel.State.Ready.class);
      assertThat(local.isSelected()).isFalse();
      stage.close();
    });
  }

  private ProjectRoute row(Path folder) {
    model.refresh();
    List<ProjectRoute> rows =
        ((ProjectsViewModel.State.Listed) model.stateProperty().get()).projects();
    return rows.stream()
        .filter(row -> row.project().folder().equals(folder))
        .findFirst()
        .orElseThrow();
  }
}
