package dev.switchyard.domain.truth;

import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.fit.MemoryNeed;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.fit.Part;
import dev.switchyard.domain.fit.Prediction;
import java.time.Instant;

/// One load that was seen, and how far the prediction was from it.
///
/// @param subject what it holds for
/// @param weights tells the model from others of its architecture, whatever its name and Modelfile
/// @param model its name, for a person
/// @param contextLength tokens per slot
/// @param predictedBytes what was computed, uncorrected
/// @param growingBytes the part of that which depends on the context
/// @param actualBytes what was allocated
/// @param at when it was seen
public record Lesson(
    Subject subject,
    String weights,
    String model,
    int contextLength,
    long predictedBytes,
    long growingBytes,
    long actualBytes,
    Instant at) {
  public Lesson {
    if (contextLength < 1 || predictedBytes < 1 || growingBytes < 0 || actualBytes < 1) {
      throw new IllegalArgumentException("not a load");
    }
  }

  /// Loads whose errors have the same cause.
  ///
  /// @param architecture such as `gemma4`
  /// @param engine the server's version without its last number, such as `0.32`: each such line
  ///   brings another llama.cpp
  /// @param kvType such as `f16`
  /// @param slots requests at a time
  /// @param batch a `num_batch` that was asked for; 0 where the server chose
  /// @param onGpu whether a GPU held any of it
  public record Subject(
      String architecture, String engine, String kvType, int slots, int batch, boolean onGpu) {
    static Subject of(Prediction prediction) {
      var engine = prediction.engine();
      var options = prediction.options();
      return new Subject(
          prediction.shape().architecture(),
          engine.major() + "." + engine.minor(),
          options.kvType().wireName(),
          options.slots(),
          options.batch().orElse(0),
          prediction.onGpu());
    }
  }

  /// @param prediction made for this load, uncorrected
  /// @param actualBytes what was allocated
  public static Lesson of(Prediction prediction, String model, long actualBytes, Instant at) {
    return new Lesson(
        Subject.of(prediction),
        weights(prediction.shape()),
        model,
        prediction.need().contextLength(),
        prediction.need().totalBytes(),
        growing(prediction.need()),
        actualBytes,
        at);
  }

  /// Two aliases of one model, with other Modelfiles, have the same.
  static String weights(ModelShape shape) {
    return Fingerprint.of(shape.architecture() + shape.tensors()).shortText();
  }

  static long growing(MemoryNeed need) {
    return need.bytes(Part.Name.KV) + need.bytes(Part.Name.STATE) + need.bytes(Part.Name.COMPUTE);
  }

  /// How much more was allocated than predicted; below 0 where it was less.
  public long errorBytes() {
    return actualBytes - predictedBytes;
  }

  /// Whether a later load of the same kind replaces this one.
  boolean isReplacedBy(Lesson later) {
    return subject.equals(later.subject)
        && weights.equals(later.weights)
        && contextLength == later.contextLength;
  }
}
