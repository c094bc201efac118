package dev.switchyard.domain.fit;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.endpoint.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one model takes along the context slider, everything else as it is. Each context is
/// computed once. Safe for use by several threads.
final class ContextCurve {
  private final Subject subject;
  private final LoadOptions options;
  private final Map<Integer, MemoryNeed> computed = new HashMap<>();

  /// A model and where it is to be loaded.
  ///
  /// @param weights its parts that no context changes
  record Subject(
      Version version,
      Hardware hardware,
      Correction correction,
      ModelShape shape,
      Geometry geometry,
      Engine engine,
      List<Part> weights) {
    static Subject of(
        Version version,
        Hardware hardware,
        Correction correction,
        ModelShape shape,
        Geometry geometry) {
      var engine = Engine.of(version, shape);
      return new Subject(
          version,
          hardware,
          correction,
          shape,
          geometry,
          engine,
          Weights.of(shape, engine, hardware));
    }

    boolean hasGpu() {
      return !hardware.freeGpus().isEmpty();
    }
  }

  /// @param options how it is loaded; their context does not matter
  ContextCurve(Subject subject, LoadOptions options) {
    this.subject = subject;
    this.options = options;
  }

  Subject subject() {
    return subject;
  }

  ContextCurve with(LoadOptions others) {
    return new ContextCurve(subject, others);
  }

  int layers() {
    return subject.geometry().blocks().size();
  }

  LoadOptions options(int context) {
    return options.withContextLength(context);
  }

  /// What was learned since a context was computed counts too.
  MemoryNeed need(int context) {
    var uncorrected = uncorrected(context);
    return subject
        .correction()
        .of(
            new Prediction(
                subject.version(),
                subject.shape(),
                options(context),
                subject.hasGpu(),
                uncorrected))
        .map(uncorrected::with)
        .orElse(uncorrected);
  }

  private synchronized MemoryNeed uncorrected(int context) {
    return computed.computeIfAbsent(context, tokens -> compute(options(tokens)));
  }

  Placement placement(MemoryNeed need) {
    return Placement.of(need, layers(), room());
  }

  /// The verdict at each stop, where it is known.
  SortedMap<Integer, Verdict> verdicts() {
    var room = room();
    var found = new TreeMap<Integer, Verdict>();
    for (var stop : stops()) {
      room.verdict(need(stop).totalBytes())
          .toOptional()
          .ifPresent(verdict -> found.put(stop, verdict));
    }
    return found;
  }

  Reach reach() {
    var room = room();
    return new Reach(longest(room.wanted()), longest(room.all()), longest(room.most()));
  }

  private Known<Integer> longest(Known<Long> room) {
    var search = new LongestContext(context -> need(context).totalBytes(), stops());
    return room.map(search::within);
  }

  private List<Integer> stops() {
    return ContextStops.upTo(subject.shape().trainedContext().orElse(options.contextLength()));
  }

  Room room() {
    return Room.of(
        subject.hardware(), subject.engine(), subject.engine().reserve(subject.hardware()).bytes());
  }

  private MemoryNeed compute(LoadOptions at) {
    var engine = subject.engine();
    var shape = subject.shape();
    var geometry = subject.geometry();
    var hardware = subject.hardware();
    int batch = engine.batch(shape, geometry, at, hardware);
    var parts = new ArrayList<>(subject.weights());
    parts.addAll(Caches.of(engine, shape, geometry, at, batch));
    parts.add(engine.compute(shape, geometry, at, batch, hardware));
    parts.removeIf(part -> part.bytes() == 0 && part.name() != Part.Name.COMPUTE);
    var headroom = new ArrayList<Part>();
    if (subject.hasGpu()) {
      headroom.add(engine.reserve(hardware));
    }
    if (engine.promptCache().bytes() > 0) {
      headroom.add(engine.promptCache());
    }
    return new MemoryNeed(at.contextLength(), batch, parts, headroom, geometry.assumptions());
  }
}
