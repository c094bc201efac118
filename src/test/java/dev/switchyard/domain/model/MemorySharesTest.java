package dev.switchyard.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.fake.FixedMemory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemorySharesTest {
  private static final LoadedModel SPLIT = loaded("split", 30, 20);
  private static final LoadedModel SMALL = loaded("small", 5, 5);

  @Test
  void aSplitModelHoldsSomeOfBoth() {
    var reading = FixedMemory.of(100, 50L).use(40).read();

    var ram = MemoryShares.of(reading.ram(), List.of(SPLIT, SMALL), 1);
    assertThat(ram.models()).containsExactly(new MemoryShares.Share(SPLIT.name(), 10));
    assertThat(ram.restBytes()).contains(30L);

    var gpu = reading.gpus().toOptional().orElseThrow().getFirst();
    var vram = MemoryShares.of(gpu, List.of(SMALL, SPLIT), 1);
    assertThat(vram.models())
        .containsExactly(
            new MemoryShares.Share(SPLIT.name(), 20), new MemoryShares.Share(SMALL.name(), 5));
  }

  @Test
  void ofSeveralGpusNobodyTellsWhichHoldsWhat() {
    var gpu = FixedMemory.of(100, 50L, 50L).read().gpus().toOptional().orElseThrow().getFirst();

    assertThat(MemoryShares.of(gpu, List.of(SPLIT), 2).models()).isEmpty();
  }

  @Test
  void oneMemoryForBothHoldsAllOfAModel() {
    var shares = MemoryShares.of(FixedMemory.unified(100).use(40).read().ram(), List.of(SPLIT), 0);

    assertThat(shares.models()).containsExactly(new MemoryShares.Share(SPLIT.name(), 30));
    assertThat(shares.restBytes()).contains(10L);
  }

  @Test
  void aMappedModelMayHoldMoreThanTheSystemCountsAsUsed() {
    var shares = MemoryShares.of(FixedMemory.of(100).use(4).read().ram(), List.of(SPLIT), 0);

    assertThat(shares.restBytes()).contains(0L);
    assertThat(shares.beyondUse()).isEqualTo(6);
  }

  private static LoadedModel loaded(String name, long bytes, long vram) {
    return new LoadedModel(ModelName.of(name), name, bytes, vram, 4096, Instant.EPOCH);
  }
}
