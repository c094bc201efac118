package dev.switchyard.domain.fit.graph;

/// Room that is given out and taken back: the smallest free block that fits is used, and only where
/// none fits the whole grows.
///
/// Source: `ggml-alloc.c` of llama.cpp.
final class Blocks {
  private static final int ALIGNMENT = 32;

  /// Free blocks by offset; the last one has no end.
  private long[] offsets = new long[64];

  private long[] sizes = new long[64];
  private int count = 1;
  private long peak;

  Blocks() {
    sizes[0] = Long.MAX_VALUE / 2;
  }

  /// The most that was ever in use, from the start to the end of the last byte.
  long peak() {
    return peak;
  }

  /// @return the offset of the room
  long take(long bytes) {
    long size = aligned(bytes);
    int best = count - 1;
    long bestSize = Long.MAX_VALUE;
    for (int i = 0; i < count - 1; i++) {
      if (sizes[i] >= size && sizes[i] <= bestSize) {
        best = i;
        bestSize = sizes[i];
      }
    }
    long offset = offsets[best];
    offsets[best] += size;
    sizes[best] -= size;
    if (sizes[best] == 0) {
      remove(best);
    }
    peak = Math.max(peak, offset + size);
    return offset;
  }

  void give(long offset, long bytes) {
    long size = aligned(bytes);
    if (size == 0) {
      return;
    }
    int next = 0;
    while (next < count && offsets[next] < offset) {
      next++;
    }
    boolean joinsNext = next < count && offset + size == offsets[next];
    boolean joinsLast = next > 0 && offsets[next - 1] + sizes[next - 1] == offset;
    if (joinsLast) {
      sizes[next - 1] += size;
      if (joinsNext) {
        sizes[next - 1] += sizes[next];
        remove(next);
      }
    } else if (joinsNext) {
      offsets[next] = offset;
      sizes[next] += size;
    } else {
      insert(next, offset, size);
    }
  }

  static long aligned(long bytes) {
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  private void insert(int place, long offset, long size) {
    if (count == offsets.length) {
      offsets = java.util.Arrays.copyOf(offsets, 2 * count);
      sizes = java.util.Arrays.copyOf(sizes, 2 * count);
    }
    System.arraycopy(offsets, place, offsets, place + 1, count - place);
    System.arraycopy(sizes, place, sizes, place + 1, count - place);
    offsets[place] = offset;
    sizes[place] = size;
    count++;
  }

  private void remove(int place) {
    count--;
    System.arraycopy(offsets, place + 1, offsets, place, count - place);
    System.arraycopy(sizes, place + 1, sizes, place, count - place);
  }
}
