package dev.switchyard.domain.fit;

import java.util.Map;
import java.util.OptionalLong;

/// How many bytes tensors take on disk and in memory, by the type that `/api/show` names.
///
/// Source: `TypeSize` of Ollama `fs/ggml/ggml.go`.
final class TensorType {
  /// Elements and bytes of one block.
  private record Block(int elements, int bytes) {}

  private static final Map<String, Block> BLOCKS =
      Map.ofEntries(
          Map.entry("F64", new Block(1, 8)),
          Map.entry("F32", new Block(1, 4)),
          Map.entry("F16", new Block(1, 2)),
          Map.entry("BF16", new Block(1, 2)),
          Map.entry("I64", new Block(1, 8)),
          Map.entry("I32", new Block(1, 4)),
          Map.entry("I16", new Block(1, 2)),
          Map.entry("I8", new Block(1, 1)),
          Map.entry("Q8_0", new Block(32, 34)),
          Map.entry("Q5_1", new Block(32, 24)),
          Map.entry("Q5_0", new Block(32, 22)),
          Map.entry("Q4_1", new Block(32, 20)),
          Map.entry("Q4_0", new Block(32, 18)),
          Map.entry("IQ4_NL", new Block(32, 18)),
          Map.entry("MXFP4", new Block(32, 17)),
          Map.entry("Q2_K", new Block(256, 84)),
          Map.entry("Q3_K", new Block(256, 110)),
          Map.entry("Q4_K", new Block(256, 144)),
          Map.entry("Q5_K", new Block(256, 176)),
          Map.entry("Q6_K", new Block(256, 210)),
          Map.entry("IQ4_XS", new Block(256, 136)));

  private TensorType() {}

  /// Empty for a type that is not in the table.
  static OptionalLong bytes(ModelShape.Tensor tensor) {
    var block = BLOCKS.get(tensor.type());
    if (block == null) {
      return OptionalLong.empty();
    }
    long elements = tensor.shape().stream().reduce(1L, Math::multiplyExact);
    return OptionalLong.of(elements / block.elements() * block.bytes());
  }
}
