package dev.switchyard.domain.fit.graph;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One tensor of a graph: how large it is, out of which others it is calculated, and whether it has
/// memory of its own.
public final class Tensor {
  /// Bytes of one element.
  public static final int F32 = 4;

  /// Bytes of one element.
  public static final int F16 = 2;

  /// Bytes of one element.
  public static final int I64 = 8;

  private enum Kind {
    STORED,
    INPUT,
    RESULT,
    OVERWRITING,
    VIEW
  }

  private static final int UNSEEN = -1;

  private final Kind kind;
  private final int elementBytes;
  private final long[] sizes;
  private final List<Tensor> sources;
  private final @Nullable Tensor root;
  private final boolean dense;
  private int place = UNSEEN;

  private Tensor(
      Kind kind,
      int elementBytes,
      List<Tensor> sources,
      @Nullable Tensor root,
      boolean dense,
      long... sizes) {
    this.kind = kind;
    this.elementBytes = elementBytes;
    this.sources = sources;
    this.root = root;
    this.dense = dense;
    this.sizes = sizes;
  }

  /// What lies in memory of its own before the calculation starts: weights and caches.
  ///
  /// @param sizes elements per dimension, where they matter
  public static Tensor stored(long... sizes) {
    return new Tensor(Kind.STORED, F32, List.of(), null, true, sizes);
  }

  /// What is written from outside before the calculation starts, such as positions and masks.
  ///
  /// @param sizes elements per dimension
  public static Tensor input(int elementBytes, long... sizes) {
    return new Tensor(Kind.INPUT, elementBytes, List.of(), null, true, sizes);
  }

  /// A result of 32-bit numbers that needs room beside what it is calculated from, such as a
  /// product of matrices.
  public static Tensor result(List<Tensor> sources, long... sizes) {
    return new Tensor(Kind.RESULT, F32, sources, null, true, sizes);
  }

  /// The same with 16-bit numbers.
  public static Tensor halves(List<Tensor> sources, long... sizes) {
    return new Tensor(Kind.RESULT, F16, sources, null, true, sizes);
  }

  /// Another tensor's numbers, stored with fewer bytes each.
  public static Tensor converted(int elementBytes, Tensor source) {
    return new Tensor(Kind.RESULT, elementBytes, List.of(source), null, true, source.sizes);
  }

  /// A result that goes element by element and is written over the first source of its size that
  /// nobody needs any more: sums, products, norms, rotations by position.
  ///
  /// @param first a source, whose sizes it takes
  public static Tensor over(Tensor first, Tensor... others) {
    var sources = new Tensor[others.length + 1];
    sources[0] = first;
    System.arraycopy(others, 0, sources, 1, others.length);
    return new Tensor(
        Kind.OVERWRITING, first.elementBytes, List.of(sources), null, true, first.sizes);
  }

  /// The same memory seen as other sizes.
  public Tensor reshaped(long... newSizes) {
    return view(true, newSizes);
  }

  /// A part of the same memory, or the same in another order.
  public Tensor part(long... newSizes) {
    return view(false, newSizes);
  }

  private Tensor view(boolean asDense, long... newSizes) {
    return new Tensor(
        Kind.VIEW,
        elementBytes,
        List.of(this),
        root == null ? this : root,
        asDense && dense,
        newSizes);
  }

  /// This tensor after others were written into it.
  public Tensor written(Tensor... writers) {
    var all = Arrays.copyOf(writers, writers.length + 1);
    all[writers.length] = this;
    return new Tensor(
        Kind.VIEW, elementBytes, List.of(all), root == null ? this : root, dense, sizes);
  }

  /// Elements of one dimension.
  public long size(int dimension) {
    return dimension < sizes.length ? sizes[dimension] : 1;
  }

  long bytes() {
    long elements = elementBytes;
    for (long size : sizes) {
      elements *= size;
    }
    return elements;
  }

  List<Tensor> sources() {
    return sources;
  }

  /// The tensor whose memory this one shares, null where it has its own.
  @Nullable Tensor root() {
    return root;
  }

  boolean isLeaf() {
    return kind == Kind.STORED || kind == Kind.INPUT;
  }

  boolean isInput() {
    return kind == Kind.INPUT;
  }

  boolean isStored() {
    return kind == Kind.STORED;
  }

  boolean mayOverwrite() {
    return kind == Kind.OVERWRITING;
  }

  boolean hasLayoutOf(Tensor other) {
    return dense
        && other.dense
        && elementBytes == other.elementBytes
        && size(0) == other.size(0)
        && size(1) == other.size(1)
        && size(2) == other.size(2)
        && size(3) == other.size(3);
  }

  boolean isSeen() {
    return place != UNSEEN;
  }

  int place() {
    return place;
  }

  void placeAt(int number) {
    place = number;
  }
}
