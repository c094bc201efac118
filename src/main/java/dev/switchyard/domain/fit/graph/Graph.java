package dev.switchyard.domain.fit.graph;

import java.util.ArrayList;
import java.util.List;

/// The tensors of one calculation, in the order in which they are calculated.
public final class Graph {
  private final List<Tensor> nodes = new ArrayList<>();
  private final List<Tensor> leaves = new ArrayList<>();
  private int seen;

  /// Appends a result and everything that it needs and that is not in the graph yet, sources first
  /// and in their order. What is appended earlier is calculated earlier.
  public void add(Tensor result) {
    if (result.isSeen()) {
      return;
    }
    result.placeAt(seen++);
    result.sources().forEach(this::add);
    (result.isLeaf() ? leaves : nodes).add(result);
  }

  /// The bytes that the engine reserves for all results together.
  public long peakBytes() {
    return new Reservation(this).peakBytes();
  }

  List<Tensor> nodes() {
    return nodes;
  }

  List<Tensor> leaves() {
    return leaves;
  }
}
