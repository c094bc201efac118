package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.TransferProgress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The use case that carries a fix out, and takes the last one back. What a fix has done is written
/// down after each of its steps, so that one that broke off is taken back as far as it went.
public final class Treat {
  /// More than anybody takes back.
  private static final int MOST_KEPT = 50;

  private final Steps steps;
  private final TreatmentStore store;
  private final InstantSource clock;

  public Treat(Steps steps, TreatmentStore store, InstantSource clock) {
    this.steps = steps;
    this.store = store;
    this.clock = clock;
  }

  /// What the fix would do; changes nothing.
  ///
  /// @throws PortException as the use case of each step
  public List<Preview> preview(Remedy.Fix fix) throws PortException {
    var previews = new ArrayList<Preview>();
    for (var step : fix.steps()) {
      previews.add(steps.preview(step));
    }
    return previews;
  }

  /// @param id the check whose finding it mends
  /// @param progress told of each step of a pull or a build, on the calling thread
  /// @throws PortException as the use case of each step; what was done until then stays, and
  ///   [#undo] takes it back
  public Treatment apply(
      String id, Remedy.Fix fix, Consumer<TransferProgress> progress, Cancellation cancellation)
      throws PortException {
    var earlier = store.load();
    // What cannot be written down could not be taken back, and is not begun.
    store.save(earlier);
    var done = new ArrayList<Done>();
    var treatment = new Treatment(id, clock.instant(), done);
    for (var step : fix.steps()) {
      steps.apply(step, progress, cancellation).ifPresent(done::add);
      treatment = new Treatment(id, treatment.at(), done);
      store.save(with(earlier, treatment));
    }
    return treatment;
  }

  /// The fix that [#undo] would take back.
  public Optional<Treatment> last() throws PortException {
    var all = store.load();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /// A fix that was taken back.
  ///
  /// @param notes what stayed as it is, and why
  public record Undone(Treatment treatment, List<Message> notes) {}

  /// Takes the last fix back, its last step first.
  ///
  /// @return empty where there is none left
  /// @throws PortException CONFLICT where something has been changed since; and as the use case of
  ///   each step
  public Optional<Undone> undo(Consumer<TransferProgress> progress) throws PortException {
    var last = last();
    if (last.isEmpty()) {
      return Optional.empty();
    }
    var treatment = last.get();
    var earlier = store.load();
    earlier = earlier.subList(0, earlier.size() - 1);
    var notes = new ArrayList<Message>();
    for (int left = treatment.done().size(); left > 0; left--) {
      notes.addAll(steps.undo(treatment.done().get(left - 1), progress));
      var rest = treatment.done().subList(0, left - 1);
      store.save(
          rest.isEmpty()
              ? earlier
              : with(earlier, new Treatment(treatment.id(), treatment.at(), rest)));
    }
    return Optional.of(new Undone(treatment, notes));
  }

  /// The same, but only where the last fix is the one that the person was shown.
  ///
  /// @throws PortException CONFLICT where another fix was made, or one was taken back, since
  public Optional<Undone> undo(Treatment expected, Consumer<TransferProgress> progress)
      throws PortException {
    if (!last().equals(Optional.of(expected))) {
      throw new PortException(PortException.Kind.CONFLICT, Message.of("doctor.undo.another-since"));
    }
    return undo(progress);
  }

  private static List<Treatment> with(List<Treatment> earlier, Treatment last) {
    var all = new ArrayList<>(earlier);
    if (!last.done().isEmpty()) {
      all.add(last);
    }
    return all.subList(Math.max(0, all.size() - MOST_KEPT), all.size());
  }
}
