package dev.switchyard.domain.fit;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Predicts what a model takes in memory and whether that fits, on a server version and on hardware
/// that need not be this machine's.
///
/// Nothing is fitted to measurements: weights, caches and working memory are worked out as the
/// engine does it, and were within 0.1 MiB of what real servers allocated for every row measured
/// (0.25 and 0.32.15, CPU). On GPUs nothing was measured yet: the figures there follow the same
/// rules.
public final class FitEstimator {
  private static final int SMALL_BATCH = 512;

  private final Version version;
  private final Hardware hardware;
  private final Correction correction;

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

  /// Whether `/api/ps` of a server version counts everything that such a model takes on the CPU.
  public static boolean serverCountsAll(Version version, ModelShape shape, LoadOptions options) {
    return Geometry.of(shape)
        .map(geometry -> Engine.of(version, shape).serverCountsAll(geometry, options))
        .equals(Known.of(true));
  }

  /// Unknown for a model without weights of its own here, such as a cloud stub.
  ///
  /// @param options a context above the trained maximum is answered for that maximum, as the server
  ///   clamps too
  public Known<FitReport> estimate(ModelShape shape, LoadOptions options) {
    return Geometry.of(shape)
        .map(geometry -> subject(shape, geometry))
        .map(subject -> report(subject, clamped(shape, options), options));
  }

  /// A model and what stays the same of it at every context length.
  private record Subject(ModelShape shape, Geometry geometry, List<Part> weights, Engine engine) {
    int layers() {
      return geometry.blocks().size();
    }
  }

  private Subject subject(ModelShape shape, Geometry geometry) {
    var engine = Engine.of(version, shape);
    return new Subject(shape, geometry, Weights.of(shape, engine, hardware), engine);
  }

  private FitReport report(Subject subject, LoadOptions options, LoadOptions asked) {
    var need = need(subject, options);
    var placement = place(subject, need);
    return new FitReport(
        version,
        need,
        subject.layers(),
        hardware,
        placement,
        verdicts(subject, options),
        placement.verdict().equals(Known.of(Verdict.FITS))
            ? List.of()
            : alternatives(subject, options, need),
        notes(options, asked, need, placement));
  }

  private List<Message> notes(
      LoadOptions options, LoadOptions asked, MemoryNeed need, Placement placement) {
    var notes = new ArrayList<Message>();
    if (options.contextLength() < asked.contextLength()) {
      notes.add(Message.of("fit.note.clamped", asked.contextLength(), options.contextLength()));
    }
    promptCacheNote(need, placement).ifPresent(notes::add);
    if (hardware.reclaimed() > 0) {
      notes.add(Message.of("fit.note.reclaimed", new Bytes(hardware.reclaimed())));
    }
    return notes;
  }

  private MemoryNeed need(Subject subject, LoadOptions options) {
    var engine = subject.engine();
    var shape = subject.shape();
    var geometry = subject.geometry();
    int batch = engine.batch(shape, geometry, options, hardware);
    var parts = new ArrayList<>(subject.weights());
    parts.addAll(Caches.of(engine, shape, geometry, options, batch));
    parts.add(engine.compute(shape, geometry, options, batch, hardware));
    parts.removeIf(part -> part.bytes() == 0 && part.name() != Part.Name.COMPUTE);
    var headroom = new ArrayList<Part>();
    if (!hardware.freeGpus().isEmpty()) {
      headroom.add(engine.reserve(hardware));
    }
    if (engine.promptCache().bytes() > 0) {
      headroom.add(engine.promptCache());
    }
    var need =
        new MemoryNeed(options.contextLength(), batch, parts, headroom, geometry.assumptions());
    return correction
        .of(new Prediction(version, shape, options, !hardware.freeGpus().isEmpty(), need))
        .map(need::with)
        .orElse(need);
  }

  private Placement place(Subject subject, MemoryNeed need) {
    return Placement.of(need, subject.layers(), hardware, subject.engine());
  }

  private SortedMap<Integer, Verdict> verdicts(Subject subject, LoadOptions options) {
    var found = new TreeMap<Integer, Verdict>();
    for (var stop :
        ContextStops.upTo(subject.shape().trainedContext().orElse(options.contextLength()))) {
      place(subject, need(subject, options.withContextLength(stop)))
          .verdict()
          .toOptional()
          .ifPresent(verdict -> found.put(stop, verdict));
    }
    return found;
  }

  /// What takes less, from what is hardly noticed to what is.
  private List<Alternative> alternatives(Subject subject, LoadOptions options, MemoryNeed asked) {
    var found = new ArrayList<Alternative>();
    var small = options.withBatch(Optional.of(SMALL_BATCH));
    if (asked.batch() > SMALL_BATCH) {
      found.add(alternative(subject, small, asked, "fit.cost.batch"));
    }
    if (KvType.Q8_0.isSmallerThan(options.kvType())) {
      found.add(
          alternative(subject, options.with(KvType.Q8_0, options.slots()), asked, "fit.cost.q8"));
      found.add(
          alternative(subject, small.with(KvType.Q8_0, options.slots()), asked, "fit.cost.both"));
    }
    if (KvType.Q4_0.isSmallerThan(options.kvType())) {
      found.add(
          alternative(subject, small.with(KvType.Q4_0, options.slots()), asked, "fit.cost.q4"));
    }
    found.removeIf(way -> way.savedBytes() <= 0);
    return found;
  }

  private Alternative alternative(
      Subject subject, LoadOptions options, MemoryNeed asked, String cost) {
    var need = need(subject, options);
    return new Alternative(
        options,
        need.totalBytes(),
        asked.totalBytes() - need.totalBytes(),
        place(subject, need).verdict(),
        Message.of(cost));
  }

  private Optional<Message> promptCacheNote(MemoryNeed need, Placement placement) {
    long cache = need.headroomBytes(Part.Name.PROMPT_CACHE);
    return hardware
        .freeRam()
        .toOptional()
        .filter(free ->
            cache > 0 && placement.ramBytes() <= free && placement.ramBytes() + cache > free)
        .map(_ -> Message.of("fit.note.promptCache", new Bytes(cache)));
  }

  private static LoadOptions clamped(ModelShape shape, LoadOptions options) {
    int most = shape.trainedContext().orElse(Integer.MAX_VALUE);
    return options.contextLength() > most ? options.withContextLength(most) : options;
  }
}
