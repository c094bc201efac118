package dev.switchyard.domain.fit;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// The answer to: does this model fit at this context length?
///
/// What goes beyond that is computed when it is first asked for. Safe for use by several threads.
public final class FitReport {
  /// What can be set on a slider, in tokens.
  private static final int STEP = 1024;

  private final ContextCurve curve;
  private final LoadOptions options;
  private final LoadOptions asked;
  private final MemoryNeed need;
  private final Placement placement;
  private @Nullable SortedMap<Integer, Verdict> verdicts;
  private @Nullable Reach reach;
  private @Nullable List<Alternative> alternatives;

  /// @param options what it is answered for
  /// @param asked the same with the context that was asked for
  FitReport(ContextCurve curve, LoadOptions options, LoadOptions asked) {
    this.curve = curve;
    this.options = options;
    this.asked = asked;
    this.need = curve.need(options.contextLength());
    this.placement = curve.placement(need);
  }

  /// The server version that the answer holds for.
  public Version engine() {
    return curve.subject().version();
  }

  /// How it is loaded; the context is no longer than the model was trained for.
  public LoadOptions options() {
    return options;
  }

  /// What it takes.
  public MemoryNeed need() {
    return need;
  }

  /// All layers of the model.
  public int layers() {
    return curve.layers();
  }

  /// The memory that it was held against.
  public Hardware hardware() {
    return curve.subject().hardware();
  }

  /// Where that goes, and the verdict.
  public Placement placement() {
    return placement;
  }

  /// The verdict at each stop of [ContextStops], where it is known.
  public synchronized SortedMap<Integer, Verdict> verdicts() {
    var found = verdicts;
    if (found == null) {
      found = Collections.unmodifiableSortedMap(curve.verdicts());
      verdicts = found;
    }
    return found;
  }

  /// How far the context goes, everything else as asked.
  public synchronized Reach reach() {
    var found = reach;
    if (found == null) {
      found = curve.reach();
      reach = found;
    }
    return found;
  }

  /// The same in words, a few for each end that there is.
  public List<Message> ends() {
    boolean onGpu = !hardware().freeGpus().isEmpty();
    var place = onGpu ? "gpu" : "ram";
    if (reach().whole().toOptional().filter(this::isTrainedMaximum).isPresent()) {
      return List.of(Message.of("fit.end.always." + place));
    }
    var ends = new ArrayList<Message>();
    addEnd(ends, "fit.end." + place, reach().whole());
    if (onGpu) {
      addEnd(ends, "fit.end.split", reach().inMemory());
    }
    if (!reach().loadable().equals(reach().inMemory())) {
      addEnd(ends, "fit.end.swaps", reach().loadable());
    }
    return List.copyOf(ends);
  }

  private static void addEnd(List<Message> ends, String key, Known<Integer> end) {
    end.toOptional()
        .filter(tokens -> tokens > 0)
        .ifPresent(tokens -> ends.add(Message.of(key, tokens)));
  }

  /// Other ways to load it that take less, where it does not fit; the least loss first.
  public synchronized List<Alternative> alternatives() {
    var found = alternatives;
    if (found == null) {
      found = fits() ? List.of() : new Alternatives(curve, options, need).find();
      alternatives = found;
    }
    return found;
  }

  /// What else the person should know.
  public List<Message> notes() {
    var notes = new ArrayList<Message>();
    if (options.contextLength() < asked.contextLength()) {
      notes.add(Message.of("fit.note.clamped", asked.contextLength(), options.contextLength()));
    }
    if (options.slots() < asked.slots()) {
      notes.add(Message.of("fit.note.oneRequest", asked.slots()));
    }
    promptCacheNote().ifPresent(notes::add);
    if (hardware().reclaimed() > 0) {
      notes.add(Message.of("fit.note.reclaimed", new Bytes(hardware().reclaimed())));
    }
    return List.copyOf(notes);
  }

  private Optional<Message> promptCacheNote() {
    long cache = need.headroomBytes(Part.Name.PROMPT_CACHE);
    return hardware()
        .freeRam()
        .toOptional()
        .filter(free ->
            cache > 0 && placement.ramBytes() <= free && placement.ramBytes() + cache > free)
        .map(_ -> Message.of("fit.note.promptCache", new Bytes(cache)));
  }

  /// The longest context in whole thousands (1024 tokens) that fits.
  ///
  /// @param needed tokens that it has to have at least: less is of no use to Claude Code
  public Known<Integer> recommendedContext(int needed) {
    return switch (reach().whole()) {
      case Known.Value<Integer>(var longest) when longest >= needed ->
          Known.of(rounded(longest, needed));
      case Known.Value<Integer>(var longest) when longest == 0 ->
          Known.unknown(Message.of("fit.unknown.noContextFits"));
      case Known.Value<Integer>(var longest) ->
          Known.unknown(Message.of("fit.unknown.tooShort", longest, needed));
      case Known.Unknown<Integer> unknown -> unknown;
    };
  }

  private int rounded(int longest, int needed) {
    int rounded = longest / STEP * STEP;
    boolean whole =
        rounded >= needed
            && curve.placement(curve.need(rounded)).verdict().equals(Known.of(Verdict.FITS));
    return whole && !isTrainedMaximum(longest) ? rounded : longest;
  }

  private boolean isTrainedMaximum(int tokens) {
    return curve.subject().shape().trainedContext().equals(Optional.of(tokens));
  }

  /// The first of the stops, in tokens, at which part of the model no longer has room on the GPUs;
  /// empty where it has at every stop, or on a machine without one.
  public Optional<Integer> splitsFrom() {
    return verdicts().entrySet().stream()
        .filter(stop -> stop.getValue() != Verdict.FITS)
        .map(Map.Entry::getKey)
        .filter(_ -> !hardware().freeGpus().isEmpty())
        .findFirst();
  }

  public boolean fits() {
    return placement.verdict().equals(Known.of(Verdict.FITS));
  }

  /// The free memory that it is wanted in, in bytes: on the GPUs, or in RAM on a machine without
  /// one.
  public long freeBytes() {
    return hardware().freeGpus().isEmpty()
        ? hardware().freeRam().toOptional().orElse(0L)
        : hardware().freeGpus().stream().mapToLong(Long::longValue).sum();
  }

  /// What is left where it is wanted, in bytes, beside what must stay free there; negative where it
  /// does not fit whole.
  public long spareBytes() {
    return curve.room().wanted().toOptional().orElse(0L) - need.totalBytes();
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
              hardware().freeGpus().isEmpty() ? "fit.sentence.fitsRam" : "fit.sentence.fitsGpu");
      case SPLITS ->
          placement.gpuBytes() == 0
              ? Message.of("fit.sentence.ramOnly")
              : Message.of(
                  "fit.sentence.splits",
                  new Bytes(placement.gpuBytes()),
                  inRam,
                  placement.gpuLayers(),
                  layers());
      case SWAPS -> Message.of("fit.sentence.swaps", missing());
      case CANNOT_LOAD -> Message.of("fit.sentence.cannotLoad", missing());
    };
  }

  private Bytes missing() {
    return new Bytes(placement.ramBytes() - hardware().freeRam().toOptional().orElse(0L));
  }
}
