package dev.switchyard.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.fake.FixedMemory;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MemoryHistoryTest {
  private static final Instant START = Instant.EPOCH;

  private final MemoryHistory history = new MemoryHistory(Duration.ofMinutes(10));

  @Test
  void forgetsWhatIsOlderThanItsSpan() {
    var memory = FixedMemory.of(100);
    for (int second = 0; second <= 700; second++) {
      history.add(START.plusSeconds(second), memory.use(second % 100).read().ram());
    }

    assertThat(history.points()).hasSize(601);
    assertThat(history.points().getFirst().at()).isEqualTo(START.plusSeconds(100));
    assertThat(history.points().getLast().ratio()).isEqualTo(0);
  }

  @Test
  void whatCannotBeSeenLeavesAGap() {
    var gpu = FixedMemory.of(100, 50L).withSilentGpus().read().gpus().toOptional().orElseThrow();

    history.add(START, gpu.getFirst());

    assertThat(history.points()).isEmpty();
  }
}
