package dev.switchyard.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.fake.Fx;
import dev.switchyard.fake.Snapshots;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ModelsViewTest {
  @BeforeAll
  static void toolkit() {
    Fx.start();
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
