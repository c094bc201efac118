package dev.switchyard.domain.fit.graph;

import org.jspecify.annotations.Nullable;

/// Goes through a graph as the engine does before the first batch, and gives every tensor its room:
/// inputs first, then each result when its turn comes, over one of its sources where it may; room
/// is free again after its last reader.
///
/// Source: `ggml_gallocr` of llama.cpp's `ggml-alloc.c`, which both of Ollama's engines use.
final class Reservation {
  private final Blocks blocks = new Blocks();
  private final Graph graph;
  private final Use[] uses;

  /// What is known of one tensor on the way.
  private static final class Use {
    private int readers;
    private int views;
    private long offset;
    private boolean holdsRoom;
  }

  Reservation(Graph graph) {
    this.graph = graph;
    this.uses = new Use[graph.nodes().size() + graph.leaves().size()];
  }

  long peakBytes() {
    for (int i = 0; i < uses.length; i++) {
      uses[i] = new Use();
    }
    graph.leaves().forEach(this::place);
    graph.nodes().forEach(this::count);
    for (var node : graph.nodes()) {
      place(node);
      node.sources().forEach(this::read);
    }
    return blocks.peak();
  }

  private Use use(Tensor tensor) {
    return uses[tensor.place()];
  }

  private void count(Tensor node) {
    var root = node.root();
    if (root != null) {
      use(root).views++;
    }
    for (var source : node.sources()) {
      use(source).readers++;
    }
  }

  private void place(Tensor tensor) {
    if (tensor.isStored() || tensor.root() != null) {
      return;
    }
    var own = use(tensor);
    var reused = tensor.mayOverwrite() ? overwritten(tensor) : null;
    own.holdsRoom = true;
    if (reused == null) {
      own.offset = blocks.take(tensor.bytes());
      return;
    }
    own.offset = use(reused).offset;
    use(reused).holdsRoom = false;
    long left = Blocks.aligned(reused.bytes()) - Blocks.aligned(tensor.bytes());
    blocks.give(own.offset + Blocks.aligned(tensor.bytes()), left);
  }

  /// The source whose room the tensor may take over: of the same layout, no view of another one,
  /// and read by nobody else.
  private @Nullable Tensor overwritten(Tensor tensor) {
    for (var source : tensor.sources()) {
      var use = use(source);
      if (use.holdsRoom && source.hasLayoutOf(tensor) && use.readers == 1 && use.views == 0) {
        return source;
      }
    }
    return null;
  }

  private void read(Tensor source) {
    var use = use(source);
    use.readers--;
    if (use.readers > 0 || use.views > 0) {
      return;
    }
    var root = source.root();
    if (root == null) {
      free(source, use);
      return;
    }
    var ofRoot = use(root);
    ofRoot.views--;
    if (ofRoot.views == 0 && ofRoot.readers == 0) {
      free(root, ofRoot);
    }
  }

  private void free(Tensor tensor, Use use) {
    if (use.holdsRoom) {
      blocks.give(use.offset, tensor.bytes());
      use.holdsRoom = false;
    }
  }
}
