package dev.switchyard.domain.memory;

import dev.switchyard.domain.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// How full one pool was during the last minutes. Not safe for use by several threads.
public final class MemoryHistory {
  private final Duration span;
  private final Deque<Point> points = new ArrayDeque<>();

  /// @param at when it was read
  /// @param ratio used bytes over total bytes, 0 to 1
  public record Point(Instant at, double ratio) {}

  /// @param span readings older than this, counted from the newest, are forgotten
  public MemoryHistory(Duration span) {
    this.span = span;
  }

  /// Remembers one reading; a pool whose figures are not known, or not of now, leaves a gap.
  public void add(Instant at, MemoryPool pool) {
    if (pool.staleSince().isEmpty()
        && pool.totalBytes() instanceof Known.Value<Long>(var total)
        && pool.usedBytes() instanceof Known.Value<Long>(var used)
        && total > 0) {
      points.addLast(new Point(at, (double) used / total));
    }
    var oldest = at.minus(span);
    while (!points.isEmpty() && points.getFirst().at().isBefore(oldest)) {
      points.removeFirst();
    }
  }

  /// Oldest first.
  public List<Point> points() {
    return List.copyOf(points);
  }
}
