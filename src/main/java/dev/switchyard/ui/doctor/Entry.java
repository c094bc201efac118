package dev.switchyard.ui.doctor;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.doctor.Treatment;
import java.util.Optional;

/// One finding in the list, also after it was mended: what came of it stands in its place.
///
/// @param id the check's
/// @param title what is to be so
/// @param problem what is wrong instead
/// @param finding what is wrong, or was
/// @param result what came of mending it; empty where nobody tried
public record Entry(
    String id, Message title, Message problem, Finding finding, Optional<Result> result) {
  /// What came of a fix.
  public sealed interface Result {
    /// The check was asked again, and finds nothing any more.
    record Mended(Treatment treatment) implements Result {}

    /// It was done, and the check finds the same again.
    record StillFound(Treatment treatment) implements Result {}

    /// It was done, and whether it helped cannot be told.
    ///
    /// @param reason why not
    record NotKnown(Treatment treatment, Message reason) implements Result {}

    /// It was not done, or not to the end.
    record Failed(Message reason) implements Result {}

    /// The person stopped it.
    record Stopped() implements Result {}
  }

  public boolean isMended() {
    return result.filter(Result.Mended.class::isInstance).isPresent();
  }

  /// What Switchyard would do about it now; empty where it cannot, or where that is done.
  public Optional<Remedy.Fix> fix() {
    return !isMended() && finding.remedy() instanceof Remedy.Fix fix
        ? Optional.of(fix)
        : Optional.empty();
  }

  /// The fix that was carried out.
  public Optional<Treatment> treatment() {
    return result.flatMap(one ->
        switch (one) {
          case Result.Mended(var treatment) -> Optional.of(treatment);
          case Result.StillFound(var treatment) -> Optional.of(treatment);
          case Result.NotKnown(var treatment, _) -> Optional.of(treatment);
          case Result.Failed _, Result.Stopped _ -> Optional.empty();
        });
  }
}
