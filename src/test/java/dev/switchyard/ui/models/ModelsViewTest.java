package dev.switchyard.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Fault;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.fake.Fx;
import dev.switchyard.fake.Snapshots;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxAssert;
import org.testfx.api.FxRobot;
import org.testfx.matcher.control.TextInputControlMatchers;

class ModelsViewTest {
  @BeforeAll
  static void toolkit() {
    Fx.start();
  }

  @Test
  void keysAskAndOpenAndDismiss() throws Exception {
    try (var fixture = new ModelsFixture(Setup.instant())) {
      var stage =
          Fx.show(
              Fx.get(() -> {
                fixture.model.setShown(true);
                return (Parent) fixture.view().createView();
              }),
              990,
              900);
      var table = (TableView<?>) stage.getScene().lookup(".sy-row-table");
      Fx.run(table::requestFocus);

      Fx.press(KeyCode.DOWN);
      Fx.press(KeyCode.DELETE);
      assertThat(Fx.get(() -> fixture.model.actions().stateProperty().get()))
          .isInstanceOfSatisfying(
              ModelActionsViewModel.State.AskingToDelete.class,
              asking -> assertThat(asking.effect().name()).isEqualTo(ModelName.of("gemma4:26b")));

      Fx.press(KeyCode.ESCAPE);
      assertThat(Fx.get(() -> fixture.model.actions().stateProperty().get()))
          .isInstanceOf(ModelActionsViewModel.State.Idle.class);

      Fx.press(KeyCode.ENTER);
      assertThat(fixture.visited).containsExactly("modelfile gemma4:26b");
      Fx.run(stage::close);
    }
  }

  @Test
  void theFilterNarrowsTheListAndItsCrossBringsItBack() throws Exception {
    try (var fixture = new ModelsFixture(Setup.instant())) {
      var stage =
          Fx.show(
              Fx.get(() -> {
                fixture.model.setShown(true);
                return (Parent) fixture.view().createView();
              }),
              990,
              900);
      var table = (TableView<?>) stage.getScene().lookup(".sy-row-table");
      var all = table.getItems().size();
      var robot = new FxRobot();

      robot.clickOn(".custom-text-field").write("codellama");
      assertThat(table.getItems()).hasSize(1).hasSizeLessThan(all);
      FxAssert.verifyThat(".custom-text-field", TextInputControlMatchers.hasText("codellama"));

      robot.clickOn(".custom-text-field .clear-button");
      assertThat(table.getItems()).hasSize(all);
      Fx.run(stage::close);
    }
  }

  @Test
  void everyColumnSortsByWhatItMeans() throws Exception {
    try (var fixture = new ModelsFixture(Setup.instant())) {
      var table =
          Fx.get(() -> {
            fixture.model.setShown(true);
            return new ModelTable(
                fixture.model, new ModelTexts(new Texts(Locale.ENGLISH), fixture.clock));
          });

      assertThat(sortedBy(table, "size")).startsWith("gpt-oss:120b-cloud", "nomic-embed-text");
      assertThat(sortedBy(table, "parameters")).endsWith("gpt-oss:120b-cloud");
      assertThat(sortedBy(table, "trained")).startsWith("nomic-embed-text", "codellama:7b");
      assertThat(sortedBy(table, "claude-code")).startsWith("gemma4-claude");
      assertThat(sortedBy(table, "modified")).startsWith("nomic-embed-text");
    }
  }

  private static List<String> sortedBy(ModelTable table, String id) {
    return Fx.get(() -> {
      table
          .getSortOrder()
          .setAll(
              List.of(
                  table.getColumns().stream()
                      .filter(column -> column.getId().equals(id))
                      .findFirst()
                      .orElseThrow()));
      return table.getItems().stream().map(row -> row.name().shortText()).toList();
    });
  }

  @Test
  void drawsAPullThatIsUnderWay() throws Exception {
    try (var fixture = new ModelsFixture(Setup.instant())) {
      Fx.run(() -> {
        fixture.model.setShown(true);
        var view = (Parent) fixture.view().createView();
        var pictures = new ArrayList<String>();
        fixture
            .model
            .pull()
            .stateProperty()
            .addListener((_, _, state) -> {
              if (pictures.isEmpty()
                  && state instanceof PullViewModel.State.Running(_, var reading, _)
                  && reading.isPresent()
                  && reading.get().progress().completedBytes() > 7_000_000_000L) {
                pictures.add("taken");
                Snapshots.write("models-pull", Snapshots.Look.light(1092, 744), () -> view);
              }
            });
        fixture.model.pull().pull(ModelName.of("gemma4:31b"));
        assertThat(pictures).isNotEmpty();
      });
    }
  }

  @Test
  void drawsACopyThatIsRefusedAndAPullThatFailed() throws Exception {
    try (var fixture = new ModelsFixture(Setup.instant())) {
      Snapshots.both(
          "models-failed",
          1092,
          744,
          () -> {
            fixture.model.setShown(true);
            var view = (Parent) fixture.view().createView();
            fixture.select("gemma4:26b");
            fixture.model.actions().askForCopysName(ModelName.of("gemma4:26b"));
            fixture.model.actions().copyTo("bad name!");
            fixture.simulated.faults().add(new Fault.HangUp("/api/pull", 9));
            fixture.model.pull().pull(ModelName.of("gemma4:31b"));
            return view;
          });
    }
  }

  @Test
  void drawsItsStates() throws Exception {
    try (var fixture = new ModelsFixture(Setup.instant())) {
      Snapshots.both(
          "models",
          1092,
          744,
          () -> {
            fixture.model.setShown(true);
            fixture.model.actions().load(ModelName.of("gemma4-claude"));
            var view = (Parent) fixture.view().createView();
            fixture.select("gemma4:26b");
            return view;
          });
      Snapshots.both(
          "models-delete",
          1092,
          744,
          () -> {
            var view = (Parent) fixture.view().createView();
            fixture.select("codellama:7b");
            fixture.model.actions().askToDelete(ModelName.of("gemma4-claude"));
            return view;
          });
    }
    try (var fixture = new ModelsFixture(Setup.instant().withInstalled(List.of()))) {
      Snapshots.both(
          "models-empty",
          1092,
          744,
          () -> {
            fixture.model.setShown(true);
            return (Parent) fixture.view().createView();
          });
      fixture.simulated.close();
      Snapshots.both(
          "models-unreachable",
          1092,
          744,
          () -> {
            fixture.tasks.turn();
            return (Parent) fixture.view().createView();
          });
    }
  }
}
