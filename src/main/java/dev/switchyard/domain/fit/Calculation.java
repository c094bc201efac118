package dev.switchyard.domain.fit;

import dev.switchyard.domain.fit.graph.Graph;
import dev.switchyard.domain.fit.graph.Tensor;
import java.util.List;

/// The steps that every model is calculated with.
record Calculation(Graph graph) {
  /// The product with a matrix of weights.
  ///
  /// @param width elements per token that come out
  Tensor product(Tensor x, long width) {
    return Tensor.result(List.of(Tensor.stored(), x), width, x.size(1), x.size(2));
  }

  /// Scaled to unit length and weighted, both in place where nobody else reads it.
  Tensor norm(Tensor x) {
    return Tensor.over(Tensor.over(x), Tensor.stored());
  }

  /// The same after the mean was moved to zero, which takes room of its own.
  Tensor centered(Tensor x) {
    return Tensor.over(Tensor.result(List.of(x), x.size(0), x.size(1), x.size(2)), Tensor.stored());
  }

  Tensor biased(Tensor x, boolean hasBias) {
    return hasBias ? Tensor.over(x, Tensor.stored()) : x;
  }

  Tensor sum(Tensor a, Tensor b) {
    return Tensor.over(a, b);
  }

  /// Chosen rows of a matrix.
  Tensor rows(Tensor matrix, Tensor ids, long width) {
    return Tensor.result(List.of(matrix, ids), width, ids.size(0), ids.size(1));
  }

  /// A gate's product with what it lets through, beside both.
  Tensor gated(Tensor gate, Tensor up) {
    return Tensor.result(List.of(gate, up), up.size(0), up.size(1), up.size(2));
  }

  void add(Tensor result) {
    graph.add(result);
  }
}
