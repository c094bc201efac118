package dev.switchyard.adapter.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.memory.MemoryPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import oshi.hardware.GlobalMemory;
import oshi.hardware.PhysicalMemory;
import oshi.hardware.VirtualMemory;

class OshiRamTest {
  @Test
  void tellsWhatIsNotAvailableAsUsed() throws PortException {
    var ram = reading(64, 48);
    assertThat(ram.totalBytes()).isEqualTo(Known.of(64L));
    assertThat(ram.usedBytes()).isEqualTo(Known.of(16L));
    assertThat(ram.kind()).isEqualTo(MemoryPool.Kind.RAM);
  }

  @Test
  void tellsNoLessThanNothing() throws PortException {
    assertThat(reading(64, 65).usedBytes()).isEqualTo(Known.of(0L));
  }

  /// OSHI answers 0 for a file that it cannot read.
  @Test
  void knowsNothingWhereOshiSaysThatThereIsNone() {
    assertThatThrownBy(() -> reading(0, 0)).isInstanceOf(PortException.class);
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "the kernel's own figure is in /proc")
  void readsThisMachinesMemory() throws PortException, IOException {
    long kernel =
        Files.readAllLines(Path.of("/proc/meminfo")).stream()
            .filter(line -> line.startsWith("MemTotal:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow();
    assertThat(OshiRam.ofLinux().read().totalBytes()).isEqualTo(Known.of(kernel << 10));
  }

  private static MemoryPool reading(long total, long available) throws PortException {
    return new OshiRam(MemoryPool.Kind.RAM, () -> new Told(total, available)).read();
  }

  private record Told(long getTotal, long getAvailable) implements GlobalMemory {
    @Override
    public long getPageSize() {
      throw new UnsupportedOperationException();
    }

    @Override
    public VirtualMemory getVirtualMemory() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<PhysicalMemory> getPhysicalMemory() {
      throw new UnsupportedOperationException();
    }
  }
}
