package dev.switchyard.adapter.sensor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.memory.MemoryPool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All cards that NVIDIA's driver runs on Linux, by its library, or by its program where the
/// library is not found.
///
/// OSHI asks the library too, but opens and closes it for every figure, which wakes an idle card
/// each time; it tells no load on Linux, no processes, and does not tell two equal cards apart
/// where the kernel has no display on them.
final class NvidiaCards implements GpuSource {
  /// How long a driver that refuses is left alone: opening it in vain takes its time.
  private static final Duration PAUSE = Duration.ofSeconds(30);

  /// The program's work is worth it this often.
  private static final Duration PROGRAM_INTERVAL = Duration.ofSeconds(10);

  private final Map<String, Listed> listed = new TreeMap<>();
  private final Supplier<Optional<NvmlLibrary>> find;
  private final NvidiaSmi program;
  private final RunningProcesses running;
  private final Clock clock;
  private final Map<String, Known<Long>> totals = new HashMap<>();
  private Optional<NvmlLibrary> library = Optional.empty();
  private @Nullable NvmlSession session;
  private Instant next = Instant.MIN;
  private List<MemoryPool> last = List.of();

  /// A card as the kernel lists it.
  record Listed(PciCard card, String name) {}

  /// @param cards those that the kernel lists; none in Windows' own Linux, which lists nothing
  /// @param find looks for the library; asked again while there is none
  NvidiaCards(
      List<Listed> cards,
      Supplier<Optional<NvmlLibrary>> find,
      NvidiaSmi program,
      RunningProcesses running,
      Clock clock) {
    cards.forEach(card -> listed.put(card.card().address(), card));
    this.find = find;
    this.program = program;
    this.running = running;
    this.clock = clock;
  }

  @Override
  public Cards read() {
    boolean due = !clock.instant().isBefore(next);
    var open = session;
    if (open != null) {
      last = read(open);
    }
    // One that is lost comes back, if at all, in a new session.
    if (due && (open == null || last.stream().anyMatch(NvidiaCards::isLost))) {
      close();
      last = readAnew();
    }
    return new Cards(last, List.of());
  }

  private static boolean isLost(MemoryPool pool) {
    return pool.totalBytes() instanceof Known.Unknown<Long>;
  }

  private List<MemoryPool> readAnew() {
    next = clock.instant().plus(PAUSE);
    if (library.isEmpty()) {
      library = find.get();
    }
    if (library.isEmpty()) {
      return byProgram();
    }
    try {
      var opened = new NvmlSession(library.get());
      session = opened;
      return read(opened);
    } catch (NvmlSession.Refusal e) {
      return unread(e.text()).pools();
    }
  }

  private List<MemoryPool> read(NvmlSession open) {
    var reader = new NvmlReader(library.orElseThrow(), running);
    var pools = new ArrayList<MemoryPool>();
    var seen = new HashSet<String>();
    for (var card : open.cards()) {
      seen.add(card.address());
      pools.add(read(reader, card));
    }
    pools.addAll(unlisted(seen));
    return List.copyOf(pools);
  }

  private MemoryPool read(NvmlReader reader, NvmlSession.Card card) {
    var total = totals.get(card.id());
    var entry = listed.get(card.address());
    if (total != null && entry != null && entry.card().isAsleep()) {
      var asleep = Message.of("memory.gpu.asleep");
      return MemoryPool.unknownGpu(card.id(), card.name(), false, asleep).withTotal(total);
    }
    var pool = reader.read(card);
    totals.put(card.id(), pool.totalBytes());
    return pool;
  }

  private List<MemoryPool> byProgram() {
    return switch (program.cards()) {
      case Known.Value<String>(var table) -> {
        next = clock.instant().plus(PROGRAM_INTERVAL);
        var pools =
            new ArrayList<>(
                SmiTable.cards(table, program.processes().map(SmiTable::uses), running));
        pools.addAll(unlisted(pools.stream().map(MemoryPool::id).collect(Collectors.toSet())));
        yield List.copyOf(pools);
      }
      case Known.Unknown<String>(var reason) -> unread(reason).pools();
    };
  }

  /// Those that the kernel lists and the driver does not.
  private List<MemoryPool> unlisted(Set<String> seen) {
    return listed.values().stream()
        .filter(entry -> !seen.contains(entry.card().address()))
        .map(entry -> pool(entry, Message.of("memory.nvidia.unlisted")))
        .toList();
  }

  @Override
  public Cards unread(Message reason) {
    if (listed.isEmpty() && library.isPresent()) {
      return Cards.of(MemoryPool.unknownGpu("nvidia", "NVIDIA", false, reason));
    }
    return new Cards(
        listed.values().stream().map(entry -> pool(entry, reason)).toList(), List.of());
  }

  private static MemoryPool pool(Listed entry, Message reason) {
    return MemoryPool.unknownGpu(entry.card().address(), entry.name(), false, reason);
  }

  @Override
  public void close() {
    var open = session;
    if (open != null) {
      open.close();
      session = null;
    }
  }
}
