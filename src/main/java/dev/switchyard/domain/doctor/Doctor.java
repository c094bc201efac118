package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.doctor.check.Checks;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The use case that looks for what is wrong. Changes nothing. Blocks for as long as servers and
/// programs need to answer.
public final class Doctor {
  private final GatherFacts facts;

  public Doctor(GatherFacts facts) {
    this.facts = facts;
  }

  /// What all checks say, in the order in which their problems are to be mended: a model cannot be
  /// looked at before the server runs.
  ///
  /// @param folder the project
  public List<Diagnosis> examine(Path folder) {
    return examine(facts.gather(folder, _ -> {}));
  }

  /// The same for somebody who watches.
  ///
  /// @param progress told of each step before it is waited for, on the calling thread
  /// @throws PortException CANCELLED; what is asked already then ends within its own time limit
  public List<Diagnosis> examine(
      Path folder, Consumer<ExamineStep> progress, Cancellation cancellation) throws PortException {
    var gathered = facts.gather(folder, progress);
    if (cancellation.requested()) {
      throw new PortException(
          PortException.Kind.CANCELLED, Message.of("doctor.unknown.interrupted"));
    }
    return examine(gathered);
  }

  /// The same for facts that are there already.
  public static List<Diagnosis> examine(MachineFacts facts) {
    return Checks.ALL.stream().map(check -> new Diagnosis(check.id(), check.of(facts))).toList();
  }

  /// What one check says.
  public Optional<Diagnosis> examine(Path folder, String id) {
    return Checks.ALL.stream()
        .filter(check -> check.id().equals(id))
        .findFirst()
        .map(check -> new Diagnosis(id, check.of(facts.gather(folder, _ -> {}))));
  }

  /// The findings, most serious first.
  public static List<Diagnosis> found(List<Diagnosis> all) {
    return all.stream()
        .filter(one -> one.finding().isPresent())
        .sorted(
            Comparator.comparing((Diagnosis one) -> one.finding().orElseThrow().severity())
                .reversed())
        .toList();
  }
}
