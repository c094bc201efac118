package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.ERROR;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.launch.InstallHint;
import dev.switchyard.domain.launch.Program;
import java.util.List;
import java.util.Optional;

/// Claude Code is not installed.
final class ClaudeMissing implements Check {
  @Override
  public String id() {
    return "claude-missing";
  }

  @Override
  public Outcome of(MachineFacts facts) {
    return switch (facts.claude()) {
      case Known.Unknown<Optional<Program>>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<Optional<Program>>(var found) when found.isPresent() ->
          Outcome.fine("doctor.fine.installed", found.get().path().toString());
      case Known.Value<Optional<Program>> _ ->
          new Outcome.Found(
              new Finding(
                  ERROR,
                  Message.of("doctor.cause.claude-missing"),
                  List.of(),
                  Message.of("doctor.risk.claude-missing"),
                  Remedy.ByHand.of(
                      Message.of("doctor.by-hand.install"),
                      InstallHint.installer(facts.system()))));
    };
  }
}
