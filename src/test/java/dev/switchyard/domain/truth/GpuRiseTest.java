package dev.switchyard.domain.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.memory.Gpu;
import dev.switchyard.domain.memory.GpuProcess;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.memory.MemoryReading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GpuRiseTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final long MIB = 1L << 20;
  private static final Known<List<GpuProcess>> SILENT =
      Known.unknown(Message.of("memory.gpu.silent", "A"));
  private static final Known<Long> UNKNOWN = Known.unknown(Message.of("memory.gpu.silent", "A"));

  @Test
  void eachGpuThatTookSomethingIsNamed() {
    var before = reading(gpu("A", 300, SILENT), gpu("B", 100, SILENT), gpu("C", 50, SILENT));
    var after = reading(gpu("A", 9300, SILENT), gpu("B", 4100, SILENT), gpu("C", 50, SILENT));
    assertThat(GpuRise.of(new WitnessedLoad(before, after, false), after))
        .isEqualTo(Known.of(List.of(new GpuRise("A", 9000 * MIB), new GpuRise("B", 4000 * MIB))));
  }

  @Test
  void anotherProgramThatCameWentOrGrewIsNamedAsTheReason() {
    var browser = process(5, false, Known.of(700 * MIB));
    var before = reading(gpu("A", 1000, Known.of(List.of(browser))));
    for (var processes :
        List.of(
            List.<GpuProcess>of(),
            List.of(browser, process(6, false, UNKNOWN)),
            List.of(process(5, false, Known.of(800 * MIB))))) {
      var after = reading(gpu("A", 9000, Known.of(processes)));
      assertThat(reason(before, after, after)).isEqualTo("truth.unknown.rise.others");
    }
    var after = reading(gpu("A", 9000, Known.of(List.of(browser, process(9, true, UNKNOWN)))));
    assertThat(GpuRise.of(new WitnessedLoad(before, after, false), after))
        .as("the runner itself is no other program")
        .isEqualTo(Known.of(List.of(new GpuRise("A", 8000 * MIB))));
  }

  @Test
  void aFallAMoveAfterwardsAndASilentDriverTellNothing() {
    var before = reading(gpu("A", 1000, SILENT));
    var after = reading(gpu("A", 9000, SILENT));
    assertThat(reason(after, before, before)).isEqualTo("truth.unknown.rise.others");
    assertThat(reason(before, after, reading(gpu("A", 9100, SILENT))))
        .isEqualTo("truth.unknown.rise.noise");
    assertThat(reason(before, after, reading(gpu("A", 9020, SILENT)))).isEqualTo("known");
    assertThat(reason(before, reading(gpu("A", 9000, SILENT).since(NOW)), after))
        .isEqualTo("truth.unknown.rise.unread");
    assertThat(reason(before, reading(), after)).isEqualTo("truth.unknown.rise.unread");
  }

  private static String reason(MemoryReading before, MemoryReading after, MemoryReading now) {
    return GpuRise.of(new WitnessedLoad(before, after, false), now)
            instanceof Known.Unknown<List<GpuRise>>(var reason)
        ? reason.key()
        : "known";
  }

  private static GpuProcess process(long pid, boolean runner, Known<Long> bytes) {
    return new GpuProcess(pid, "program", runner, bytes);
  }

  private static MemoryReading reading(MemoryPool... gpus) {
    return new MemoryReading(
        NOW,
        new MemoryPool(
            MemoryPool.Kind.RAM, "", Known.of(64L << 30), Known.of(0L), Optional.empty()),
        Known.of(List.of(gpus)));
  }

  private static MemoryPool gpu(String name, long usedMib, Known<List<GpuProcess>> processes) {
    Known<Double> unknown = Known.unknown(Message.of("memory.gpu.silent", name));
    return new MemoryPool(
        MemoryPool.Kind.VRAM,
        name,
        Known.of(24L << 30),
        Known.of(usedMib * MIB),
        Optional.of(
            new Gpu(name, false, unknown, unknown, processes, Optional.empty(), Optional.empty())));
  }
}
