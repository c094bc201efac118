package dev.switchyard.domain.doctor;

import dev.switchyard.domain.route.EffectiveRoute.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which finding comes next where all are mended: in the doctor's order, by what is true after the
/// fix before, notes left alone. Nothing is tried twice, so that it comes to an end whatever a fix
/// does.
public final class MendingOrder {
  private final Set<String> tried = new HashSet<>();

  /// The next one to try, which then counts as tried.
  public Optional<Diagnosis> next(List<Diagnosis> diagnoses) {
    var next = mendable(diagnoses).stream().filter(one -> !isTried(one)).findFirst();
    next.ifPresent(one -> tried.add(one.id()));
    return next;
  }

  /// What was tried and is found still, or again: a later fix may bring back what an earlier one
  /// had mended.
  public Optional<Diagnosis> foundAgain(List<Diagnosis> diagnoses) {
    return mendable(diagnoses).stream().filter(this::isTried).findFirst();
  }

  /// How many were tried.
  public int tried() {
    return tried.size();
  }

  private boolean isTried(Diagnosis one) {
    return tried.contains(one.id());
  }

  /// What Switchyard can mend by itself, in the order in which it is to be mended.
  public static List<Diagnosis> mendable(List<Diagnosis> diagnoses) {
    return diagnoses.stream().filter(MendingOrder::isMendable).toList();
  }

  /// Whether a check has found more than a note.
  public static boolean isWrong(Diagnosis diagnosis) {
    return diagnosis.finding().filter(found -> found.severity() != Severity.INFO).isPresent();
  }

  private static boolean isMendable(Diagnosis diagnosis) {
    return isWrong(diagnosis) && diagnosis.finding().filter(Finding::isFixable).isPresent();
  }
}
