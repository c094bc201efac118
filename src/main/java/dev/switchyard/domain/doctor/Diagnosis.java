package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Message;
import java.util.Optional;

/// What one check has said.
///
/// @param id the check's
public record Diagnosis(String id, Outcome outcome) {
  /// What is to be so.
  public Message title() {
    return title(id);
  }

  /// The title of a check, of which nothing else need be known.
  public static Message title(String id) {
    return Message.of("doctor.title." + id);
  }

  /// What is wrong where something is, and what is to be so where nothing is known to be.
  public Message headline() {
    return finding().isPresent() ? Message.of("doctor.problem." + id) : title();
  }

  public Optional<Finding> finding() {
    return outcome instanceof Outcome.Found(var finding) ? Optional.of(finding) : Optional.empty();
  }
}
