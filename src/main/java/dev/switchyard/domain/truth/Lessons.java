package dev.switchyard.domain.truth;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.fit.Correction;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.fit.Part;
import dev.switchyard.domain.fit.Prediction;
import dev.switchyard.domain.log.EventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What was learned from loads, and what it says about later ones. Safe for use by several threads;
/// the first call blocks for the time of reading a file.
///
/// The same model, cache type and slots: the errors of its loads, between two of them by what
/// grows. Another model of the architecture: only what shows that a rule is wrong, see [ErrorRule],
/// and only where all models seen agree on the direction, then by the least of them.
public final class Lessons implements Correction {
  /// The oldest are forgotten beyond it.
  public static final int MOST = 200;

  private final LessonStore store;
  private final EventLog log;
  private @Nullable List<Lesson> known;
  private @Nullable Weighed weighed;

  /// A model and what tells it from others.
  private record Weighed(ModelShape shape, String weights) {}

  public Lessons(LessonStore store, EventLog log) {
    this.store = store;
    this.log = log;
  }

  /// Oldest first.
  public synchronized List<Lesson> all() {
    var loaded = known;
    if (loaded == null) {
      loaded = load();
      known = loaded;
    }
    return loaded;
  }

  private List<Lesson> load() {
    try {
      return List.copyOf(store.load());
    } catch (PortException e) {
      log.failure("what was learned from loads cannot be read", e);
      return List.of();
    }
  }

  /// Keeps a lesson; it replaces an earlier one of the same load.
  ///
  /// @throws PortException as [LessonStore#save]
  public synchronized void learn(Lesson lesson) throws PortException {
    // A command beside the window may have learned too.
    var kept = new ArrayList<>(load());
    kept.removeIf(earlier -> earlier.isReplacedBy(lesson));
    kept.add(lesson);
    keep(kept.subList(Math.max(0, kept.size() - MOST), kept.size()));
  }

  /// Forgets everything.
  ///
  /// @throws PortException as [LessonStore#save]
  public synchronized void forget() throws PortException {
    keep(List.of());
  }

  private void keep(List<Lesson> lessons) throws PortException {
    store.save(lessons);
    known = List.copyOf(lessons);
  }

  @Override
  public Optional<Part> of(Prediction prediction) {
    var subject = Lesson.Subject.of(prediction);
    var relevant = all().stream().filter(lesson -> lesson.subject().equals(subject)).toList();
    if (relevant.isEmpty()) {
      return Optional.empty();
    }
    var weights = weights(prediction.shape());
    var own = new TreeMap<Integer, Lesson>();
    var others = new ArrayList<Lesson>();
    for (var lesson : relevant) {
      if (lesson.weights().equals(weights)) {
        own.put(lesson.contextLength(), lesson);
      } else {
        others.add(lesson);
      }
    }
    return own.isEmpty() ? ofOthers(others, prediction) : Optional.of(ofOwn(own, prediction));
  }

  /// To read it off a thousand tensors takes milliseconds, and a forecast asks at every stop of the
  /// slider for the same model.
  @SuppressWarnings("ReferenceEquality") // To compare the tensors would take as long.
  private synchronized String weights(ModelShape shape) {
    var last = weighed;
    if (last == null || last.shape() != shape) {
      last = new Weighed(shape, Lesson.weights(shape));
      weighed = last;
    }
    return last.weights();
  }

  private static Part ofOwn(NavigableMap<Integer, Lesson> own, Prediction prediction) {
    int context = prediction.need().contextLength();
    var below = own.floorEntry(context);
    var above = own.ceilingEntry(context);
    if (below == null || above == null) {
      var nearest = (below == null ? above : below).getValue();
      return part(nearest, ErrorRule.atOtherContext(nearest, prediction.need()));
    }
    var nearer = context - below.getKey() <= above.getKey() - context ? below : above;
    return part(
        nearer.getValue(),
        ErrorRule.between(below.getValue(), above.getValue(), prediction.need()));
  }

  private static Optional<Part> ofOthers(List<Lesson> others, Prediction prediction) {
    var least =
        others.stream()
            .map(lesson -> part(lesson, ErrorRule.ofOtherModel(lesson, prediction.need())))
            .reduce((a, b) -> Math.abs(a.bytes()) <= Math.abs(b.bytes()) ? a : b);
    boolean agree =
        others.stream()
                .map(lesson -> Long.signum(ErrorRule.ofOtherModel(lesson, prediction.need())))
                .distinct()
                .count()
            == 1;
    return least.filter(part -> agree && part.bytes() != 0);
  }

  private static Part part(Lesson lesson, long bytes) {
    return new Part(
        Part.Name.LEARNED,
        bytes,
        Message.of(
            "truth.assume.learned",
            bytes < 0 ? 1 : 0,
            new Bytes(Math.abs(bytes)),
            lesson.model(),
            new Tokens(lesson.contextLength()),
            lesson.at().toEpochMilli()));
  }
}
