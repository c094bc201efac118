package dev.switchyard.domain.fit;

import java.util.Optional;

/// The sizes of layers that keep a state in place of keys and values.
///
/// @param kernel tokens that the convolution before the state looks at
/// @param inner elements per token inside such a layer
/// @param size elements of the state for each of these
/// @param heads into which the inner elements are divided
/// @param groups heads that share what goes into the state and comes out of it
record StateSpace(long kernel, long inner, long size, long heads, long groups) {
  /// Empty for a model without them.
  static Optional<StateSpace> of(ModelShape shape) {
    var inner = shape.number("ssm.inner_size");
    var size = shape.number("ssm.state_size");
    if (inner.isEmpty() || size.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new StateSpace(
            shape.number("ssm.conv_kernel").orElse(1L),
            inner.get(),
            size.get(),
            shape.number("ssm.time_step_rank").filter(heads -> heads > 0).orElse(1L),
            shape.number("ssm.group_count").orElse(0L)));
  }

  /// Elements per token that go through the convolution.
  long channels() {
    return inner + 2 * groups * size;
  }

  /// Elements of earlier tokens that the convolution keeps.
  long convolutionElements() {
    return (kernel - 1) * channels();
  }

  long headsPerGroup() {
    return heads / Math.max(1, groups);
  }

  long stateElements() {
    return size * inner;
  }
}
