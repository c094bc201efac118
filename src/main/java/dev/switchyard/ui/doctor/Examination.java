package dev.switchyard.ui.doctor;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Diagnosis;
import dev.switchyard.domain.doctor.Doctor;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What was found of a project at one moment.
///
/// @param folder the project's
/// @param at when the last answer was there
/// @param all what each check said, in the order in which findings are to be mended
public record Examination(Path folder, Instant at, List<Diagnosis> all) {
  public Examination {
    all = List.copyOf(all);
  }

  /// What is wrong, the most serious first.
  public List<Diagnosis> found() {
    return Doctor.found(all);
  }

  /// A check that nobody could answer, or that found nothing.
  ///
  /// @param title what would be well
  /// @param why what that rests on, or why it is not known
  public record Asked(Message title, Message why) {}

  public List<Asked> unknown() {
    return all.stream()
        .flatMap(one ->
            one.outcome() instanceof Outcome.Unknown(var reason)
                ? Stream.of(new Asked(one.title(), reason))
                : Stream.empty())
        .toList();
  }

  public List<Asked> fine() {
    return all.stream()
        .flatMap(one ->
            one.outcome() instanceof Outcome.Fine(var why)
                ? Stream.of(new Asked(one.title(), why))
                : Stream.empty())
        .toList();
  }

  /// What one check said.
  public Optional<Diagnosis> of(String id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /// In a line: how many are to be mended, are only to be known, are not known, and are fine.
  public Message sum() {
    long notes = found().stream().filter(Examination::isNote).count();
    return Message.of(
        "doctor.screen.sum", found().size() - notes, notes, unknown().size(), fine().size());
  }

  private static boolean isNote(Diagnosis diagnosis) {
    return diagnosis.finding().filter(finding -> finding.severity() == Severity.INFO).isPresent();
  }
}
