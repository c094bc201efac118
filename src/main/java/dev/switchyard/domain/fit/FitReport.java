package dev.switchyard.domain.fit;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.Version;
import java.util.List;

/// The answer to: does this model fit at this context length?
///
/// @param engine the server version that the answer holds for
/// @param need what it takes
/// @param hardware the memory that it was held against
/// @param placement where that goes, and the verdict
/// @param recommendedContext the longest context in tokens, of the stops offered, that fits best
/// @param notes what else the person should know
public record FitReport(
    Version engine,
    MemoryNeed need,
    Hardware hardware,
    Placement placement,
    Known<Integer> recommendedContext,
    List<Message> notes) {
  public FitReport {
    notes = List.copyOf(notes);
  }

  public boolean fits() {
    return placement.verdict().equals(Known.of(Verdict.FITS));
  }

  /// The free memory that it is wanted in, in bytes: on the GPUs, or in RAM on a machine without
  /// one.
  public long freeBytes() {
    return hardware.freeGpus().isEmpty()
        ? hardware.freeRam().toOptional().orElse(0L)
        : hardware.freeGpus().stream().mapToLong(Long::longValue).sum();
  }

  /// The verdict as a sentence with its figures.
  public Message sentence() {
    return switch (placement.verdict()) {
      case Known.Unknown<Verdict>(var reason) -> reason;
      case Known.Value<Verdict>(var verdict) -> sentence(verdict);
    };
  }

  private Message sentence(Verdict verdict) {
    var inRam = new Bytes(placement.ramBytes());
    return switch (verdict) {
      case FITS ->
          Message.of(
              hardware.freeGpus().isEmpty() ? "fit.sentence.fitsRam" : "fit.sentence.fitsGpu");
      case SPLITS ->
          placement.gpuBytes() == 0
              ? Message.of("fit.sentence.ramOnly")
              : Message.of("fit.sentence.splits", new Bytes(placement.gpuBytes()), inRam);
      case SWAPS -> Message.of("fit.sentence.swaps", missing());
      case CANNOT_LOAD -> Message.of("fit.sentence.cannotLoad", missing());
    };
  }

  private Bytes missing() {
    return new Bytes(placement.ramBytes() - hardware.freeRam().toOptional().orElse(0L));
  }
}
