package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.launch.Program;
import java.util.List;
import java.util.Optional;

/// Claude Code is older than the version that all rules of the settings were measured on, so a
/// route may mean something else to it.
final class ClaudeTooOld implements Check {
  /// What every rule about settings was measured on.
  private static final Version MEASURED = Version.of(2, 1, 330);

  @Override
  public String id() {
    return "claude-too-old";
  }

  @Override
  public Outcome of(MachineFacts facts) {
    return switch (facts.claude()) {
      case Known.Unknown<Optional<Program>>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<Optional<Program>>(var found) when found.isEmpty() ->
          Outcome.fine("doctor.fine.see", "claude-missing");
      case Known.Value<Optional<Program>>(var found) -> of(found.get());
    };
  }

  private static Outcome of(Program program) {
    return switch (program.version()) {
      case Known.Unknown<Version>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<Version>(var version) when version.isAtLeast(MEASURED) ->
          Outcome.fine("doctor.fine.version", version.toString());
      case Known.Value<Version>(var version) ->
          new Outcome.Found(
              new Finding(
                  WARNING,
                  Message.of(
                      "doctor.cause.claude-too-old", version.toString(), MEASURED.toString()),
                  List.of(Message.of("doctor.evidence.program", program.path().toString())),
                  Message.of("doctor.risk.claude-too-old"),
                  Remedy.ByHand.of(Message.of("doctor.by-hand.upgrade"), "claude update")));
    };
  }
}
