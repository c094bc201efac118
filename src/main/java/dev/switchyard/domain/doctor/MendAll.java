package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.TransferProgress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The use case that mends everything which Switchyard can mend by itself, one finding after the
/// other. It looks again after each: one mend may heal other findings, or show what could not be
/// seen before.
public final class MendAll {
  private final Doctor doctor;
  private final Treat treat;

  public MendAll(Doctor doctor, Treat treat) {
    this.doctor = doctor;
    this.treat = treat;
  }

  /// One finding that was to be mended.
  ///
  /// @param found what was to be mended
  /// @param done what was done for it, also where it did not help; [Treat#undo] takes it back
  /// @param failure why it broke off; empty where it did not
  /// @param mended whether it is not found any more
  public record Attempt(
      Diagnosis found, List<Message> done, Optional<Message> failure, boolean mended) {
    public Attempt {
      done = List.copyOf(done);
    }
  }

  /// @param attempts in their order
  /// @param after what all checks say in the end
  public record Result(List<Attempt> attempts, List<Diagnosis> after) {
    public Result {
      attempts = List.copyOf(attempts);
      after = List.copyOf(after);
    }

    /// Whether nothing but notes is left; what is not known is neither wrong nor fine.
    public boolean isWell() {
      return after.stream().noneMatch(MendingOrder::isWrong);
    }
  }

  /// What would be tried as things are now, in its order.
  public List<Diagnosis> planned(Path folder) {
    return MendingOrder.mendable(doctor.examine(folder));
  }

  /// @param begun told of each finding before it is mended
  /// @param progress told of each step of a pull or a build
  /// @throws PortException CANCELLED; what was done until then stays, and [Treat#undo] takes it
  ///   back
  public Result mend(
      Path folder,
      Consumer<Diagnosis> begun,
      Consumer<TransferProgress> progress,
      Cancellation cancellation)
      throws PortException {
    var attempts = new ArrayList<Attempt>();
    var order = new MendingOrder();
    var diagnoses = doctor.examine(folder);
    for (var next = order.next(diagnoses); next.isPresent(); next = order.next(diagnoses)) {
      var one = next.get();
      begun.accept(one);
      var tally = treat(one, progress, cancellation);
      diagnoses = doctor.examine(folder);
      attempts.add(new Attempt(one, tally.done(), tally.failure(), isGone(one.id(), diagnoses)));
    }
    return new Result(attempts, diagnoses);
  }

  private record Tally(List<Message> done, Optional<Message> failure) {}

  private Tally treat(Diagnosis one, Consumer<TransferProgress> progress, Cancellation cancellation)
      throws PortException {
    if (cancellation.requested()) {
      throw new PortException(
          PortException.Kind.CANCELLED, Message.of("doctor.unknown.interrupted"));
    }
    var fix = (Remedy.Fix) one.finding().orElseThrow().remedy();
    var before = treat.last();
    try {
      return new Tally(texts(treat.apply(one.id(), fix, progress, cancellation)), Optional.empty());
    } catch (PortException e) {
      if (e.kind() == PortException.Kind.CANCELLED) {
        throw e;
      }
      // A fix of several steps may have come halfway.
      var last = treat.last().filter(some -> !before.equals(Optional.of(some)));
      return new Tally(last.map(MendAll::texts).orElse(List.of()), Optional.of(e.text()));
    }
  }

  private static List<Message> texts(Treatment treatment) {
    return treatment.done().stream().map(Treatment::text).toList();
  }

  private static boolean isGone(String id, List<Diagnosis> diagnoses) {
    return diagnoses.stream()
        .filter(one -> one.id().equals(id))
        .allMatch(one -> one.finding().isEmpty());
  }
}
