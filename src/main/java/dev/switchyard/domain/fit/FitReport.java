package dev.switchyard.domain.fit;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.Version;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The answer to: does this model fit at this context length?
///
/// @param engine the server version that the answer holds for
/// @param need what it takes
/// @param layers all layers of the model
/// @param hardware the memory that it was held against
/// @param placement where that goes, and the verdict
/// @param verdicts the verdict at each stop of [ContextStops], where it is known
/// @param alternatives other ways to load it that take less, where it does not fit; the least loss
///   first
/// @param notes what else the person should know
public record FitReport(
    Version engine,
    MemoryNeed need,
    int layers,
    Hardware hardware,
    Placement placement,
    SortedMap<Integer, Verdict> verdicts,
    List<Alternative> alternatives,
    List<Message> notes) {
  public FitReport {
    verdicts = Collections.unmodifiableSortedMap(new TreeMap<>(verdicts));
    alternatives = List.copyOf(alternatives);
    notes = List.copyOf(notes);
  }

  /// The longest of the stops, in tokens, that fits.
  ///
  /// @param needed tokens that it has to have at least: less is of no use to Claude Code
  public Known<Integer> recommendedContext(int needed) {
    for (var stop : verdicts.reversed().entrySet()) {
      if (stop.getValue() == Verdict.FITS) {
        return stop.getKey() >= needed
            ? Known.of(stop.getKey())
            : Known.unknown(Message.of("fit.unknown.tooShort", stop.getKey(), needed));
      }
    }
    return Known.unknown(Message.of("fit.unknown.noContextFits"));
  }

  /// The first of the stops, in tokens, at which part of the model no longer has room on the GPUs;
  /// empty where it has at every stop, or on a machine without one.
  public Optional<Integer> splitsFrom() {
    return verdicts.entrySet().stream()
        .filter(stop -> stop.getValue() != Verdict.FITS)
        .map(Map.Entry::getKey)
        .filter(_ -> !hardware.freeGpus().isEmpty())
        .findFirst();
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

  /// What is left where it is wanted, in bytes, beside what must stay free there; negative where it
  /// does not fit whole.
  public long spareBytes() {
    long kept = need.headroomBytes(Part.Name.RESERVE);
    long room =
        hardware.freeGpus().isEmpty()
            ? freeBytes()
            : hardware.freeGpus().stream().mapToLong(free -> Math.max(0, free - kept)).sum();
    return room - need.totalBytes();
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
              : Message.of(
                  "fit.sentence.splits",
                  new Bytes(placement.gpuBytes()),
                  inRam,
                  placement.gpuLayers(),
                  layers);
      case SWAPS -> Message.of("fit.sentence.swaps", missing());
      case CANNOT_LOAD -> Message.of("fit.sentence.cannotLoad", missing());
    };
  }

  private Bytes missing() {
    return new Bytes(placement.ramBytes() - hardware.freeRam().toOptional().orElse(0L));
  }
}
