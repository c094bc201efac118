package dev.switchyard.domain.fit;

import dev.switchyard.domain.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks for ways to load a model that take less.
final class Alternatives {
  private static final int SMALL_BATCH = 512;

  private final ContextCurve curve;
  private final LoadOptions options;
  private final MemoryNeed asked;

  /// @param options as it was asked for
  /// @param asked what it takes then
  Alternatives(ContextCurve curve, LoadOptions options, MemoryNeed asked) {
    this.curve = curve;
    this.options = options;
    this.asked = asked;
  }

  /// From what is hardly noticed to what is.
  List<Alternative> find() {
    var found = new ArrayList<Alternative>();
    var small = options.withBatch(Optional.of(SMALL_BATCH));
    if (asked.batch() > SMALL_BATCH) {
      found.add(way(small, Message.of("fit.cost.batch")));
    }
    if (KvType.Q8_0.isSmallerThan(options.kvType())) {
      found.add(way(options.with(KvType.Q8_0, options.slots()), Message.of("fit.cost.q8")));
      found.add(way(small.with(KvType.Q8_0, options.slots()), Message.of("fit.cost.both")));
    }
    if (options.slots() > 1) {
      found.add(fewerSlots());
    }
    if (KvType.Q4_0.isSmallerThan(options.kvType())) {
      found.add(way(small.with(KvType.Q4_0, options.slots()), Message.of("fit.cost.q4")));
    }
    found.removeIf(way -> way.savedBytes() <= 0);
    return List.copyOf(found);
  }

  /// Half as many until it fits, or one.
  private Alternative fewerSlots() {
    int slots = options.slots() / 2;
    var way = slots(slots);
    while (slots > 1 && !way.fits()) {
      slots /= 2;
      way = slots(slots);
    }
    return way;
  }

  private Alternative slots(int slots) {
    return way(options.with(options.kvType(), slots), Message.of("fit.cost.slots", slots));
  }

  private Alternative way(LoadOptions other, Message cost) {
    var there = curve.with(other);
    var need = there.need(other.contextLength());
    return new Alternative(
        other,
        need.totalBytes(),
        asked.totalBytes() - need.totalBytes(),
        there.placement(need).verdict(),
        cost);
  }
}
