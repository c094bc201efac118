package dev.switchyard.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.fake.FixedMemory;
import dev.switchyard.fake.ImmediateTasks;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryViewModelTest {
  private final ImmediateTasks tasks = new ImmediateTasks();
  private final FixedMemory memory = FixedMemory.of(100, 50L);
  private final MemoryViewModel model = new MemoryViewModel(tasks, memory);

  @Test
  void nothingIsReadWhileTheWindowIsHidden() {
    model.setScreenShown(true);
    tasks.turn();

    assertThat(tasks.pollsRunning()).isZero();
    assertThat(model.gaugesProperty().get()).isEmpty();
  }

  @Test
  void oneOfTheTwoPacesRuns() {
    model.setWindowShown(true);
    assertThat(tasks.pollsRunning()).isEqualTo(1);
    model.setScreenShown(true);
    assertThat(tasks.pollsRunning()).isEqualTo(1);
    model.setWindowShown(false);
    assertThat(tasks.pollsRunning()).isZero();
  }

  @Test
  void eachPoolHasAGaugeWithAHistory() {
    model.setWindowShown(true);
    model.setScreenShown(true);
    memory.use(10);
    tasks.turn();

    var gauges = model.gaugesProperty().get();
    assertThat(gauges).hasSize(2);
    assertThat(gauges.get(1).pool().name()).isEqualTo("GPU");
    assertThat(gauges).allSatisfy(gauge -> assertThat(gauge.history()).hasSize(3));
    assertThat(model.gpuNoteProperty().get()).isEmpty();
  }

  @Test
  void whatIsLoadedShowsAtOnceInTheRightPool() {
    model.setWindowShown(true);
    model.setScreenShown(true);

    model.setLoaded(List.of(new LoadedModel(ModelName.of("m"), "d", 30, 30, 4096, Instant.EPOCH)));

    var gauges = model.gaugesProperty().get();
    assertThat(gauges.get(0).shares().models()).isEmpty();
    assertThat(gauges.get(1).shares().models())
        .singleElement()
        .satisfies(share -> assertThat(share.bytes()).isEqualTo(30));
  }

  @Test
  void withoutAGpuTheReasonIsTold() {
    var bare = new MemoryViewModel(tasks, FixedMemory.of(100));
    bare.setWindowShown(true);

    assertThat(bare.gaugesProperty().get()).hasSize(1);
    assertThat(bare.gpuNoteProperty().get().orElseThrow().key()).isEqualTo("memory.gpu.none");
  }
}
