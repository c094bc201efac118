package dev.switchyard.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Fault;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.domain.model.ModelName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelsViewModelTest {
  @Test
  void listsWhatTheServerHasOnceItIsShown() throws Exception {
    try (var fixture = new ModelsFixture(Setup.instant())) {
      assertThat(fixture.model.stateProperty().get())
          .isInstanceOf(ModelsViewModel.State.Asking.class);

      fixture.model.setShown(true);

      assertThat(fixture.names()).startsWith("gemma4-claude", "gemma4:26b").hasSize(6);
      assertThat(fixture.model.stateProperty().get())
          .isInstanceOfSatisfying(
              ModelsViewModel.State.Listed.class,
              listed -> assertThat(listed.models()).isEqualTo(6));
    }
  }

  @Test
  void asksNobodyWhileItIsHidden() throws Exception {
    try (var fixture = new ModelsFixture(Setup.instant())) {
      fixture.model.setShown(true);
      fixture.model.setShown(false);

      assertThat(fixture.tasks.pollsRunning()).isZero();
    }
  }

  @Test
  void theFilterLooksAtNamesFamiliesAndAbilities() throws Exception {
    try (var fixture = new ModelsFixture(Setup.instant())) {
      fixture.model.setShown(true);

      fixture.model.filterProperty().set("GEMMA tools");
      assertThat(fixture.names()).containsExactly("gemma4-claude", "gemma4:26b", "gemma4");

      fixture.model.filterProperty().set("q4_0");
      assertThat(fixture.names()).containsExactly("codellama:7b");

      fixture.model.filterProperty().set("");
      assertThat(fixture.names()).hasSize(6);
    }
  }

  @Test
  void theSelectionFollowsAModelWhoseRowChanges() throws Exception {
    try (var fixture = new ModelsFixture(Setup.instant())) {
      fixture.model.setShown(true);
      fixture.select("gemma4:26b");
      assertThat(fixture.model.selectedProperty().get().orElseThrow().loaded()).isEmpty();

      fixture.model.actions().load(ModelName.of("gemma4:26b"));

      assertThat(fixture.model.selectedProperty().get().orElseThrow().loaded()).isPresent();
    }
  }

  @Test
  void aServerThatIsGoneSaysSoAndTheListComesBackWithIt() throws Exception {
    try (var fixture = new ModelsFixture(Setup.instant())) {
      fixture.model.setShown(true);
      fixture
          .simulated
          .faults()
          .add(new Fault.Answer("/api/tags", 500, "text/plain", "going down"));
      fixture.tasks.turn();
      assertThat(fixture.model.stateProperty().get())
          .isInstanceOf(ModelsViewModel.State.Unreachable.class);
      assertThat(fixture.names()).isEmpty();

      fixture.tasks.turn();
      assertThat(fixture.names()).hasSize(6);
    }
  }

  @Test
  void aServerWithoutModelsIsEmptyNotBroken() throws Exception {
    try (var fixture = new ModelsFixture(Setup.instant().withInstalled(List.of()))) {
      fixture.model.setShown(true);

      assertThat(fixture.model.stateProperty().get())
          .isInstanceOf(ModelsViewModel.State.Empty.class);
    }
  }

  @Test
  void aVariantIsBuiltInTheEditor() throws Exception {
    try (var fixture = new ModelsFixture(Setup.instant())) {
      fixture.model.setShown(true);
      fixture.select("gemma4:26b");
      fixture.model.buildVariant();

      assertThat(fixture.visited).containsExactly("modelfile gemma4:26b");

      fixture.model.select(Optional.empty());
      fixture.model.buildVariant();
      assertThat(fixture.visited).hasSize(1);
    }
  }

  @Test
  void whatTheFilterHidesIsNotSelected() throws Exception {
    try (var fixture = new ModelsFixture(Setup.instant())) {
      fixture.model.setShown(true);
      assertThat(selectedName(fixture)).isEqualTo("gemma4-claude");

      fixture.model.filterProperty().set("codellama");
      assertThat(selectedName(fixture)).isEqualTo("codellama:7b");

      fixture.model.filterProperty().set("no such thing");
      assertThat(fixture.model.selectedProperty().get()).isEmpty();
    }
  }

  private static String selectedName(ModelsFixture fixture) {
    return fixture.model.selectedProperty().get().orElseThrow().name().shortText();
  }

  @Test
  void sortsParametersByNumber() throws Exception {
    try (var fixture = new ModelsFixture(Setup.instant())) {
      fixture.model.setShown(true);

      var counts = fixture.model.rows().stream().map(ModelRow::parameterCount).toList();
      assertThat(counts).containsExactly(25.2e9, 25.2e9, 8e9, 116.8e9, 7e9, 137e6);
    }
  }
}
