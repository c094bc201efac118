package dev.switchyard.domain.memory;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the machine's memory, keeps its last minutes, and says when there is something to see.
///
/// Every reading is a point of the history. But to show one costs more than to read it, so what
/// nobody would see waits until the history's line has moved by some pixels. Safe for use by
/// several threads.
public final class RecentMemory {
  /// After so long a reading is shown that looks the same: the line of the last minutes goes on.
  public static final Duration LONGEST_WAIT = Duration.ofSeconds(9);

  /// A bar is about so many pixels long.
  private static final long STEPS = 1024;

  /// The last digit of a figure in GiB.
  private static final long LAST_DIGIT = (1L << 30) / 10;

  private final MemorySensor sensor;
  private final Duration span;
  private final Map<String, MemoryHistory> histories = new HashMap<>();
  private @Nullable Seen seen;

  /// What there is to see.
  ///
  /// @param reading the newest that looks different
  /// @param histories of each pool that was there, by its id, all readings until that one
  public record Seen(MemoryReading reading, Map<String, List<MemoryHistory.Point>> histories) {
    public List<MemoryHistory.Point> history(MemoryPool pool) {
      return histories.getOrDefault(pool.id(), List.of());
    }
  }

  /// @param span how much is kept
  public RecentMemory(MemorySensor sensor, Duration span) {
    this.sensor = sensor;
    this.span = span;
  }

  /// Reads the memory. May block.
  ///
  /// @return the same object as before, where nobody would see a difference
  public Seen read() throws PortException {
    return add(sensor.read());
  }

  /// The same with a reading that was made elsewhere.
  public synchronized Seen add(MemoryReading reading) {
    for (var pool : reading.pools()) {
      histories.computeIfAbsent(pool.id(), _ -> new MemoryHistory(span)).add(reading.at(), pool);
    }
    var before = seen;
    if (before != null && looksSame(before.reading(), reading)) {
      return before;
    }
    var points = new HashMap<String, List<MemoryHistory.Point>>();
    histories.forEach((pool, history) -> points.put(pool, history.points()));
    var now = new Seen(reading, Map.copyOf(points));
    seen = now;
    return now;
  }

  private static boolean looksSame(MemoryReading before, MemoryReading now) {
    return Duration.between(before.at(), now.at()).compareTo(LONGEST_WAIT) < 0
        && before.gpus().map(_ -> true).equals(now.gpus().map(_ -> true))
        && looksSame(before.pools(), now.pools());
  }

  private static boolean looksSame(List<MemoryPool> before, List<MemoryPool> now) {
    boolean same = before.size() == now.size();
    for (int i = 0; same && i < now.size(); i++) {
      same = looksSame(before.get(i), now.get(i));
    }
    return same;
  }

  private static boolean looksSame(MemoryPool before, MemoryPool now) {
    return now.equals(before.withUsed(now.usedBytes()))
        && looksSame(before.usedBytes(), now.usedBytes(), step(now));
  }

  private static boolean looksSame(Known<Long> before, Known<Long> now, long step) {
    return before instanceof Known.Value<Long>(var earlier)
            && now instanceof Known.Value<Long>(var later)
        ? Math.abs(later - earlier) < step
        : before.equals(now);
  }

  private static long step(MemoryPool pool) {
    return pool.totalBytes() instanceof Known.Value<Long>(var total)
        ? Math.min(total / STEPS, LAST_DIGIT)
        : LAST_DIGIT;
  }
}
