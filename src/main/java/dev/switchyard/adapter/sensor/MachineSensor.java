package dev.switchyard.adapter.sensor;

import dev.switchyard.adapter.process.Processes;
import dev.switchyard.adapter.sensor.GpuSource.Cards;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.memory.MemorySensor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import oshi.SystemInfo;
import oshi.hardware.GraphicsCard;

/// This machine's memory: RAM, and what each graphics card's driver tells. It looks at nothing
/// before the first reading.
///
/// The drivers are asked side by side, each on a thread of its own: one that hangs keeps one
/// reading waiting for [#PATIENCE], and none after that.
public final class MachineSensor implements MemorySensor {
  /// NVIDIA's driver takes tenths of a second to wake each large GPU that nothing else uses.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Clock clock;
  private final RamSource ram;
  private final GpuFinder finder;
  private final Duration patience;
  private List<GpuSource> sources = List.of();
  private List<WatchedSource> watched = List.of();

  /// Reads RAM, or the one memory of Apple silicon.
  @FunctionalInterface
  interface RamSource {
    MemoryPool read() throws PortException;
  }

  /// Finds the drivers to ask, which can change while the program runs.
  @FunctionalInterface
  interface GpuFinder {
    /// The same list as before where nothing has changed.
    List<GpuSource> find();
  }

  MachineSensor(Clock clock, RamSource ram, GpuFinder finder, Duration patience) {
    this.clock = clock;
    this.ram = ram;
    this.finder = finder;
    this.patience = patience;
  }

  /// @param appleSilicon whether it is a Mac whose processor and GPU share one memory
  /// @param processes runs `nvidia-smi` where NVIDIA's library is missing, and `sysctl` on a Mac
  public static MachineSensor of(
      OperatingSystem system, boolean appleSilicon, Clock clock, Processes processes) {
    if (system == OperatingSystem.LINUX) {
      var linux = new LinuxMachine(Path.of("/sys"), Path.of("/proc"), Path.of("/usr/share"));
      var finder = new LinuxGpus(linux, clock, processes);
      return new MachineSensor(clock, OshiRam.ofLinux(), finder, PATIENCE);
    }
    return appleSilicon
        ? reading(
            clock,
            MemoryPool.Kind.UNIFIED,
            new AppleGpu(MachineSensor::graphicsCards, new WiredLimitReader(processes, clock)))
        : reading(clock, MemoryPool.Kind.RAM, new OshiCards(MachineSensor::graphicsCards));
  }

  private static MachineSensor reading(Clock clock, MemoryPool.Kind kind, GpuSource cards) {
    var sources = List.of(cards);
    return new MachineSensor(clock, OshiRam.of(kind), () -> sources, PATIENCE);
  }

  private static List<GraphicsCard> graphicsCards() {
    return new SystemInfo().getHardware().getGraphicsCards();
  }

  @Override
  public synchronized MemoryReading read() throws PortException {
    watch(finder.find());
    watched.forEach(WatchedSource::ask);
    long asked = System.nanoTime();
    var memory = ram.read();
    var cards =
        watched.stream()
            .map(source -> source.answer(patience.minusNanos(System.nanoTime() - asked)))
            .toList();
    return new MemoryReading(clock.instant(), withGpu(memory, cards), gpus(memory, cards));
  }

  private void watch(List<GpuSource> found) {
    if (!found.equals(sources)) {
      watched.forEach(WatchedSource::close);
      watched = found.stream().map(source -> new WatchedSource(source, clock)).toList();
      sources = found;
    }
  }

  /// The GPU of Apple silicon belongs to the memory that it shares.
  private static MemoryPool withGpu(MemoryPool memory, List<Cards> cards) {
    return pools(cards).stream()
        .filter(pool -> pool.kind() == MemoryPool.Kind.UNIFIED)
        .findFirst()
        .map(shared ->
            new MemoryPool(
                memory.kind(),
                memory.name(),
                memory.totalBytes(),
                memory.usedBytes(),
                shared.gpu()))
        .orElse(memory);
  }

  private static Known<List<MemoryPool>> gpus(MemoryPool memory, List<Cards> cards) {
    if (memory.kind() == MemoryPool.Kind.UNIFIED) {
      return Known.unknown(Message.of("memory.gpu.unified"));
    }
    var own = pools(cards);
    if (!own.isEmpty()) {
      return Known.of(own);
    }
    var sharing = cards.stream().flatMap(found -> found.sharing().stream()).toList();
    return Known.unknown(
        sharing.isEmpty()
            ? Message.of("memory.gpu.none")
            : Message.of("memory.gpu.no-own-memory", String.join(", ", sharing)));
  }

  private static List<MemoryPool> pools(List<Cards> cards) {
    return cards.stream().flatMap(found -> found.pools().stream()).toList();
  }

  @Override
  public synchronized void close() {
    watched.forEach(WatchedSource::close);
    watched = List.of();
    sources = List.of();
  }
}
