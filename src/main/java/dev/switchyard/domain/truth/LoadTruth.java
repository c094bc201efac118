package dev.switchyard.domain.truth;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.fit.LoadOptions;
import dev.switchyard.domain.fit.MemoryNeed;
import dev.switchyard.domain.fit.Part;
import dev.switchyard.domain.model.LoadedModel;
import java.util.List;
import java.util.Optional;

/// Every figure of what one loaded model takes.
///
/// @param model with the server's own figure
/// @param predicted what was predicted for this way of loading it, corrected by what was learned
///   before it
/// @param allocated what the server's log tells of each buffer
/// @param heldBytes RAM of the runner's process
/// @param gpuBytes memory of all GPUs that the process holds, as their drivers tell
/// @param gpuRises how far the use of the GPUs rose while it was loaded, where this program did it
/// @param serverCountsAll whether the server's figure holds all that such a model takes
/// @param reasons why the figures differ
/// @param clamp what was asked for and what came of it, where these differ
public record LoadTruth(
    LoadedModel model,
    Known<Predicted> predicted,
    Known<LoggedLoad> allocated,
    Known<Long> heldBytes,
    Known<Long> gpuBytes,
    Known<List<GpuRise>> gpuRises,
    boolean serverCountsAll,
    List<Message> reasons,
    Optional<Message> clamp) {
  /// The prediction is within this of the truth; a smaller difference says nothing of the server.
  private static final double TRUSTED_SHARE = 0.95;

  /// @param options how it was loaded: from the runner's command line where it can be seen, else
  ///   assumed
  public record Predicted(LoadOptions options, MemoryNeed need) {
    public long totalBytes() {
      return need.totalBytes();
    }
  }

  public LoadTruth {
    reasons = List.copyOf(reasons);
  }

  /// The best that is known: what was allocated, with the encoder as predicted; else what was
  /// predicted.
  public Optional<Long> bestBytes() {
    return bestBytes(predicted, allocated);
  }

  static Optional<Long> bestBytes(Known<Predicted> predicted, Known<LoggedLoad> allocated) {
    var prediction = predicted.toOptional();
    long encoder = prediction.map(told -> told.need().bytes(Part.Name.PROJECTOR)).orElse(0L);
    return allocated
        .toOptional()
        .map(load -> load.totalBytes() + encoder)
        .or(() -> prediction.map(Predicted::totalBytes));
  }

  /// What it really takes, where the server says clearly less.
  public Optional<Long> understatedBytes() {
    return bestBytes().filter(bytes -> !serverCountsAll && model.bytes() < bytes * TRUSTED_SHARE);
  }
}
