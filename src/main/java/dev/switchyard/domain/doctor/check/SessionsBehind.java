package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.session.SessionReport;
import java.util.List;

/// Sessions that run on settings that are no more.
final class SessionsBehind implements Check {
  @Override
  public String id() {
    return "sessions-behind";
  }

  @Override
  public Outcome of(MachineFacts facts) {
    return switch (facts.project().sessions()) {
      case Known.Unknown<List<SessionReport>>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<List<SessionReport>>(var all) -> of(facts, all);
    };
  }

  private static Outcome of(MachineFacts facts, List<SessionReport> all) {
    var behind = all.stream().filter(SessionReport::needsRestart).toList();
    if (behind.isEmpty()) {
      return Outcome.fine("doctor.fine.sessions", all.size());
    }
    var shell = facts.shell();
    return new Outcome.Found(
        new Finding(
            WARNING,
            Message.of("sessions.open", (long) behind.size()),
            behind.stream()
                .map(one ->
                    Message.of(
                        "doctor.evidence.session",
                        String.valueOf(one.session().process().id()),
                        one.route().text()))
                .toList(),
            Message.of("doctor.risk.sessions-behind"),
            new Remedy.ByHand(
                Message.of("doctor.by-hand.sessions"),
                behind.stream()
                    .flatMap(one -> one.restartLine(shell).toOptional().stream())
                    .toList())));
  }
}
