package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import java.util.List;

/// Something that is wrong.
///
/// @param severity an error means that Claude Code does not work, or not where it should
/// @param cause what is wrong
/// @param evidence what that was seen by, so that a person can look at it too
/// @param risk what comes of it if nobody mends it
/// @param remedy what mends it
public record Finding(
    Severity severity, Message cause, List<Message> evidence, Message risk, Remedy remedy) {
  public Finding {
    evidence = List.copyOf(evidence);
  }

  /// The same, mended otherwise.
  public Finding with(Remedy other) {
    return new Finding(severity, cause, evidence, risk, other);
  }

  /// Whether Switchyard can mend it.
  public boolean isFixable() {
    return remedy instanceof Remedy.Fix;
  }
}
