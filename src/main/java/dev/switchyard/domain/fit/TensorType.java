package dev.switchyard.domain.fit;

import java.util.Map;
import java.util.OptionalLong;

/// How many bytes tensors take on disk and in memory, by the type that `/api/show` names.
///
/// Source: the block structures of `ggml-common.h`.
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
          Map.entry("Q8_1", new Block(32, 36)),
          Map.entry("Q8_K", new Block(256, 292)),
          Map.entry("IQ1_S", new Block(256, 50)),
          Map.entry("IQ1_M", new Block(256, 56)),
          Map.entry("IQ2_XXS", new Block(256, 66)),
          Map.entry("IQ2_XS", new Block(256, 74)),
          Map.entry("IQ2_S", new Block(256, 82)),
          Map.entry("IQ3_XXS", new Block(256, 98)),
          Map.entry("IQ3_S", new Block(256, 110)),
          Map.entry("IQ4_XS", new Block(256, 136)),
          Map.entry("TQ1_0", new Block(256, 54)),
          Map.entry("TQ2_0", new Block(256, 66)),
          Map.entry("Q1_0", new Block(128, 18)),
          Map.entry("Q2_0", new Block(64, 18)),
          Map.entry("NVFP4", new Block(64, 36)));

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
