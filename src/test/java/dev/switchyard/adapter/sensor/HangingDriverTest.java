package dev.switchyard.adapter.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.sensor.GpuSource.Cards;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.memory.Gpu;
import dev.switchyard.domain.memory.MemoryPool;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A driver that does not answer keeps no reading waiting, and shows again when it has recovered.
class HangingDriverTest {
  /// Only a call that hangs is waited for so long.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final long LIMIT_S = 60;

  private final TestClock clock = new TestClock();
  private final Driver hanging = new Driver("0000:01:00.0");
  private final Driver healthy = new Driver("0000:02:00.0");
  private final List<GpuSource> sources = List.of(healthy, hanging);
  private final MachineSensor sensor =
      new MachineSensor(
          clock,
          () ->
              new MemoryPool(
                  MemoryPool.Kind.RAM, "", Known.of(100L), Known.of(40L), Optional.empty()),
          () -> sources,
          PATIENCE);

  /// A card whose used bytes count how often it was asked, and that hangs while it is told to.
  private static final class Driver implements GpuSource {
    private final String id;
    private final AtomicInteger asked = new AtomicInteger();
    private final Semaphore returned = new Semaphore(0);
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean broken;

    Driver(String id) {
      this.id = id;
    }

    void hang() {
      gate = new CountDownLatch(1);
    }

    void recover() throws InterruptedException {
      returned.drainPermits();
      gate.countDown();
      assertThat(returned.tryAcquire(LIMIT_S, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public Cards read() {
      long count = asked.incrementAndGet();
      try {
        assertThat(gate.await(LIMIT_S, TimeUnit.SECONDS)).isTrue();
        if (broken) {
          throw new IllegalStateException("driver fell over");
        }
        var gpu = Gpu.unknown(id, false, Message.of("memory.gpu.none"));
        return Cards.of(
            new MemoryPool(
                MemoryPool.Kind.VRAM, "GPU", Known.of(1000L), Known.of(count), Optional.of(gpu)));
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      } finally {
        returned.release();
      }
    }

    @Override
    public Cards unread(Message reason) {
      return Cards.of(MemoryPool.unknownGpu(id, "GPU", false, reason));
    }
  }

  @AfterEach
  void close() {
    hanging.gate.countDown();
    sensor.close();
  }

  @Test
  void keepsTheLastFiguresWithTheirTime() throws PortException {
    sensor.read();
    var before = clock.instant();
    hanging.hang();
    clock.forward(Duration.ofSeconds(2));
    var pool = pool(hanging);
    assertThat(pool.usedBytes()).isEqualTo(Known.of(1L));
    assertThat(pool.staleSince()).contains(before);
  }

  @Test
  void keepsNeitherRamNorOtherCardsWaiting() throws PortException {
    hanging.hang();
    var reading = sensor.read();
    assertThat(reading.ram().usedBytes()).isEqualTo(Known.of(40L));
    var other = reading.gpus().toOptional().orElseThrow().getFirst();
    assertThat(other.usedBytes()).isEqualTo(Known.of(1L));
    assertThat(other.staleSince()).isEmpty();
  }

  @Test
  void isNotAskedAgainBeforeItHasReturned() throws PortException {
    hanging.hang();
    sensor.read();
    sensor.read();
    sensor.read();
    assertThat(hanging.asked).hasValue(1);
    assertThat(healthy.asked).hasValue(3);
  }

  @Test
  void saysForHowLongItHasNeverAnswered() throws PortException {
    hanging.hang();
    sensor.read();
    clock.forward(Duration.ofSeconds(7));
    assertThat(pool(hanging).usedBytes())
        .isEqualTo(Known.unknown(Message.of("memory.gpu.no-answer", 7L)));
  }

  @Test
  void showsAgainWhenItHasRecovered() throws Exception {
    hanging.hang();
    sensor.read();
    hanging.recover();
    // The call that hung has returned to its source, perhaps not yet to the one who watches it.
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_S);
    MemoryPool pool = pool(hanging);
    while (System.nanoTime() < end
        && (pool.staleSince().isPresent() || !(pool.usedBytes() instanceof Known.Value<Long>))) {
      Thread.onSpinWait();
      pool = pool(hanging);
    }
    assertThat(pool(hanging).usedBytes()).isEqualTo(Known.of((long) hanging.asked.get()));
    assertThat(hanging.asked).hasValueGreaterThan(1);
  }

  @Test
  void saysWhatWentWrongInsideADriver() throws PortException {
    hanging.broken = true;
    assertThat(pool(hanging).usedBytes())
        .isEqualTo(
            Known.unknown(
                Message.of(
                    "memory.gpu.broken", "java.lang.IllegalStateException: driver fell over")));
  }

  private MemoryPool pool(Driver driver) throws PortException {
    return sensor.read().gpus().toOptional().orElseThrow().stream()
        .filter(pool -> pool.id().equals(driver.id))
        .findFirst()
        .orElseThrow();
  }
}
