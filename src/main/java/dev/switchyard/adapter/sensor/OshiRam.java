package dev.switchyard.adapter.sensor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.memory.MemoryPool;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.hardware.GlobalMemory;
import oshi.hardware.common.platform.linux.LinuxGlobalMemory;

/// This machine's RAM through OSHI, which is not asked for anything before the first reading.
final class OshiRam implements MachineSensor.RamSource {
  private final MemoryPool.Kind kind;
  private final Supplier<GlobalMemory> opening;
  private @Nullable GlobalMemory memory;

  OshiRam(MemoryPool.Kind kind, Supplier<GlobalMemory> opening) {
    this.kind = kind;
    this.opening = opening;
  }

  /// By OSHI's reader itself: its front doors load a native library, or start `getconf` twice, for
  /// the size of a page, which RAM's two figures do not need.
  static OshiRam ofLinux() {
    return new OshiRam(MemoryPool.Kind.RAM, () -> new LinuxGlobalMemory(0));
  }

  static OshiRam of(MemoryPool.Kind kind) {
    return new OshiRam(kind, () -> new SystemInfo().getHardware().getMemory());
  }

  /// @throws PortException FAILED where OSHI could not read it: it says 0 bytes then
  @Override
  public MemoryPool read() throws PortException {
    var open = memory;
    if (open == null) {
      open = opening.get();
      memory = open;
    }
    long total = open.getTotal();
    if (total <= 0) {
      throw new PortException(PortException.Kind.FAILED, Message.of("memory.ram.failed"));
    }
    long used = Math.clamp(total - open.getAvailable(), 0, total);
    return new MemoryPool(kind, "", Known.of(total), Known.of(used), Optional.empty());
  }
}
