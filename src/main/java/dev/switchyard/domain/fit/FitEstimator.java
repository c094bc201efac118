package dev.switchyard.domain.fit;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.endpoint.Version;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// Predicts what a model takes in memory and whether that fits, on a server version and on hardware
/// that need not be this machine's.
///
/// Nothing is fitted to measurements: weights, caches and working memory are worked out as the
/// engine does it, and were within 0.1 MiB of what real servers allocated for every row measured
/// (0.25 and 0.32.15, CPU). On GPUs nothing was measured yet: the figures there follow the same
/// rules.
public final class FitEstimator {
  private final Version version;
  private final Hardware hardware;
  private final Correction correction;
  private final Map<Way, Known<ContextCurve>> curves = new HashMap<>();

  /// A model and how it is loaded, whatever the context: but for a model that does not say how far
  /// it goes, for which that is the context asked for.
  private record Way(ModelShape shape, LoadOptions options) {
    static Way of(ModelShape shape, LoadOptions options) {
      return new Way(
          shape, shape.trainedContext().isPresent() ? options.withContextLength(1) : options);
    }
  }

  /// Computes only, whatever earlier loads have shown.
  public FitEstimator(Version version, Hardware hardware) {
    this(version, hardware, Correction.NONE);
  }

  /// @param correction what earlier loads have shown
  public FitEstimator(Version version, Hardware hardware, Correction correction) {
    this.version = version;
    this.hardware = hardware;
    this.correction = correction;
  }

  /// Whether it computes for this server version and this memory.
  public boolean isFor(Version otherVersion, Hardware otherHardware) {
    return version.equals(otherVersion) && hardware.equals(otherHardware);
  }

  /// Whether `/api/ps` of a server version counts everything that such a model takes on the CPU.
  public static boolean serverCountsAll(Version version, ModelShape shape, LoadOptions options) {
    return Geometry.of(shape)
        .map(geometry -> Engine.of(version, shape).serverCountsAll(geometry, options))
        .equals(Known.of(true));
  }

  /// What was allocated on the CPU, as far as a server's figure tells it: that figure, put right
  /// where it is known to be rounded. Empty where it loses what nobody can tell.
  ///
  /// @param reported the `size` of `/api/ps`, in bytes
  public static OptionalLong allocated(Prediction prediction, long reported) {
    var uncounted =
        Geometry.of(prediction.shape())
            .map(geometry ->
                Engine.of(prediction.engine(), prediction.shape())
                    .uncountedBytes(
                        geometry, prediction.options(), prediction.need().bytes(Part.Name.KV)))
            .toOptional()
            .orElse(OptionalLong.empty());
    return uncounted.isPresent()
        ? OptionalLong.of(reported + uncounted.getAsLong())
        : OptionalLong.empty();
  }

  /// Unknown for a model without weights of its own here, such as a cloud stub. What was computed
  /// for one context helps with the next: one estimator for all questions about the same memory.
  /// Safe for use by several threads.
  ///
  /// @param options a context above the trained maximum is answered for that maximum, as the server
  ///   clamps too
  public Known<FitReport> estimate(ModelShape shape, LoadOptions options) {
    var clamped = clamped(shape, options);
    return curve(shape, clamped).map(curve -> new FitReport(curve, clamped, options));
  }

  private synchronized Known<ContextCurve> curve(ModelShape shape, LoadOptions options) {
    return curves.computeIfAbsent(Way.of(shape, options), _ -> newCurve(shape, options));
  }

  private Known<ContextCurve> newCurve(ModelShape shape, LoadOptions options) {
    return Geometry.of(shape)
        .map(geometry -> ContextCurve.Subject.of(version, hardware, correction, shape, geometry))
        .map(subject -> new ContextCurve(subject, options));
  }

  /// What the server makes of the options.
  private static LoadOptions clamped(ModelShape shape, LoadOptions options) {
    int most = shape.trainedContext().orElse(Integer.MAX_VALUE);
    var served =
        new Habits(shape.architecture()).oneRequest() ? options.with(options.kvType(), 1) : options;
    return served.contextLength() > most ? served.withContextLength(most) : served;
  }
}
