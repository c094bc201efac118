package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Message;
import java.util.Optional;

/// What one check has said.
///
/// @param id the check's
public record Diagnosis(String id, Outcome outcome) {
  public Message title() {
    return Message.of("doctor.title." + id);
  }

  public Optional<Finding> finding() {
    return outcome instanceof Outcome.Found(var finding) ? Optional.of(finding) : Optional.empty();
  }
}
