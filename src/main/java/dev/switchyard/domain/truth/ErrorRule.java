package dev.switchyard.domain.truth;

import dev.switchyard.domain.fit.MemoryNeed;

/// What a lesson says about a load other than its own.
///
/// An error within what the prediction promises is taken for a fixed amount: buffers that the
/// computation does not know. What goes beyond comes from a rule that is wrong for the
/// architecture, and grows with the caches and buffers that it is wrong about.
final class ErrorRule {
  /// The prediction's promise: within 3 % or 48 MiB of the truth, the larger.
  private static final double PROMISED_SHARE = 0.03;

  private static final long PROMISED_BYTES = 48L << 20;

  /// A load whose caches and buffers are smaller than this says nothing of other models: what a
  /// server allocates of its own would be taken for their growth.
  private static final long TELLING_BYTES = 512L << 20;

  private ErrorRule() {}

  /// The error to expect of the same model at another context, in bytes.
  static long atOtherContext(Lesson lesson, MemoryNeed need) {
    return bounded(within(lesson) + grown(lesson, need), need);
  }

  /// The error to expect of the same model at a context between those of two loads, in bytes. It
  /// follows what grows, not the context, by which a sliding window or a buffer does not grow: so
  /// more context never takes less.
  static long between(Lesson shorter, Lesson longer, MemoryNeed need) {
    long span = longer.growingBytes() - shorter.growingBytes();
    double way = span == 0 ? 0 : (double) (Lesson.growing(need) - shorter.growingBytes()) / span;
    return shorter.errorBytes() + Math.round(way * (longer.errorBytes() - shorter.errorBytes()));
  }

  /// The error to expect of another model of the architecture, in bytes: a fixed amount is this
  /// model's own and says nothing of others.
  static long ofOtherModel(Lesson lesson, MemoryNeed need) {
    return lesson.growingBytes() < TELLING_BYTES ? 0 : bounded(grown(lesson, need), need);
  }

  private static long promised(Lesson lesson) {
    return Math.max(PROMISED_BYTES, (long) (PROMISED_SHARE * lesson.actualBytes()));
  }

  private static long within(Lesson lesson) {
    return Math.clamp(lesson.errorBytes(), -promised(lesson), promised(lesson));
  }

  private static long grown(Lesson lesson, MemoryNeed need) {
    long beyond = lesson.errorBytes() - within(lesson);
    return lesson.growingBytes() == 0
        ? 0
        : (long) ((double) beyond * Lesson.growing(need) / lesson.growingBytes());
  }

  /// Weights are weights: no more can be too much than what was not counted from the file.
  private static long bounded(long error, MemoryNeed need) {
    return Math.max(error, -Lesson.growing(need));
  }
}
