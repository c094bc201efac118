package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.launch.Program;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;

/// A program is installed more than once, so that a terminal, the panel and the system may each run
/// another one.
///
/// @param id the check's
/// @param program which program
record SeveralInstalls(String id, Function<MachineFacts, Known<Optional<Program>>> program)
    implements Check {
  @Override
  public Outcome of(MachineFacts facts) {
    return switch (program.apply(facts)) {
      case Known.Unknown<Optional<Program>>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<Optional<Program>>(var found) when found.isEmpty() ->
          Outcome.fine("doctor.fine.not-installed");
      case Known.Value<Optional<Program>>(var found) when found.get().others().isEmpty() ->
          Outcome.fine("doctor.fine.installed", found.get().path().toString());
      case Known.Value<Optional<Program>>(var found) -> new Outcome.Found(finding(found.get()));
    };
  }

  private Finding finding(Program used) {
    var evidence = new ArrayList<Message>();
    evidence.add(Message.of("doctor.evidence.used", used.path().toString()));
    used.others().stream()
        .map(other -> Message.of("doctor.evidence.other-install", other.toString()))
        .forEach(evidence::add);
    return new Finding(
        WARNING,
        Message.of("doctor.cause." + id, used.others().size() + 1),
        evidence,
        Message.of("doctor.risk." + id),
        Remedy.ByHand.of(Message.of("doctor.by-hand.several")));
  }
}
