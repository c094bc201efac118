package dev.switchyard.domain.usage;

import java.util.Arrays;
import java.util.stream.LongStream;

/// Ids of answers that were counted, eight bytes each: a person's answers of years are a few
/// megabytes. With a million of them, the chance that two have the same is one in thirty million.
final class IdSet {
  private static final int FIRST_SIZE = 1024;

  /// Where nothing is, 0 stands.
  private long[] slots = new long[FIRST_SIZE];

  private int size;

  /// @param id the first eight bytes of a hash
  /// @return whether it is new
  boolean add(long id) {
    long stored = id == 0 ? 1 : id;
    if (2 * (size + 1) > slots.length) {
      grow();
    }
    int at = slot(slots, stored);
    if (slots[at] == stored) {
      return false;
    }
    slots[at] = stored;
    size++;
    return true;
  }

  LongStream stream() {
    return Arrays.stream(slots).filter(id -> id != 0);
  }

  private void grow() {
    var larger = new long[slots.length * 2];
    stream().forEach(id -> larger[slot(larger, id)] = id);
    slots = larger;
  }

  /// Where it is, or is to be.
  private static int slot(long[] slots, long id) {
    int mask = slots.length - 1;
    int at = Long.hashCode(id) & mask;
    while (slots[at] != 0 && slots[at] != id) {
      at = (at + 1) & mask;
    }
    return at;
  }
}
