package dev.switchyard.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.PortException;
import dev.switchyard.fake.FixedMemory;
import java.time.Duration;
import java.util.LinkedHashSet;
import org.junit.jupiter.api.Test;

/// The memory of these tests is read once a second.
class RecentMemoryTest {
  private static final long MIB = 1L << 20;
  private static final long GIB = 1024 * MIB;

  private final FixedMemory memory = FixedMemory.of(64 * GIB, 24 * GIB);
  private final RecentMemory recent = new RecentMemory(memory, Duration.ofMinutes(10));

  @Test
  void whatLooksTheSameIsToldOnceInAWhileWithEveryReading() throws PortException {
    var told = new LinkedHashSet<RecentMemory.Seen>();
    for (int second = 0; second < 60; second++) {
      told.add(use(3 * GIB + second % 10 * MIB));
    }

    assertThat(told).hasSize(7);
    var last = told.removeLast();
    assertThat(last.history(last.reading().ram())).hasSize(55);
  }

  @Test
  void whatMovesTheBarIsToldAtOnce() throws PortException {
    var before = use(3 * GIB);

    assertThat(use(3 * GIB + 60 * MIB)).isSameAs(before);
    assertThat(use(3 * GIB + 70 * MIB).reading().ram().usedBytes().toOptional())
        .hasValue(3 * GIB + 70 * MIB);
  }

  /// Not one step at a time, each too small to be told.
  @Test
  void whatRisesSlowlyIsToldWhenItHasMovedTheBar() throws PortException {
    var before = use(3 * GIB);

    assertThat(use(3 * GIB + 40 * MIB)).isSameAs(before);
    assertThat(use(3 * GIB + 80 * MIB)).isNotSameAs(before);
  }

  @Test
  void theLastDigitOfALargeMemoryIsToldAtOnce() throws PortException {
    var large = FixedMemory.of(2048 * GIB);
    var all = new RecentMemory(large, Duration.ofMinutes(10));
    large.use(900 * GIB);
    var before = all.read();

    large.use(900 * GIB + 110 * MIB);

    assertThat(all.read()).isNotSameAs(before);
  }

  @Test
  void gpusThatFallSilentAreToldAtOnce() throws PortException {
    var before = use(3 * GIB);

    memory.withSilentGpus();

    assertThat(recent.read()).isNotSameAs(before);
  }

  private RecentMemory.Seen use(long bytes) throws PortException {
    memory.use(bytes);
    return recent.read();
  }
}
