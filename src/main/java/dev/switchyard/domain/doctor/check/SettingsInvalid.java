package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.ERROR;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.doctor.Step;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.EffectiveRoute.Problem;
import java.util.List;

/// A settings file that Claude Code skips as a whole: whatever it says does not count, and without
/// it requests may well go to the cloud.
final class SettingsInvalid implements Check {
  private static final String PROBLEM = "settings-invalid";

  @Override
  public String id() {
    return PROBLEM;
  }

  @Override
  public Outcome of(MachineFacts facts) {
    return switch (facts.project().route()) {
      case Known.Unknown<EffectiveRoute>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<EffectiveRoute>(var route) -> of(facts, route);
    };
  }

  private static Outcome of(MachineFacts facts, EffectiveRoute route) {
    var skipped =
        route.problems().stream().filter(problem -> problem.id().equals(PROBLEM)).toList();
    return skipped.isEmpty()
        ? Outcome.fine("doctor.fine.settings")
        : new Outcome.Found(
            new Finding(
                ERROR,
                skipped.getFirst().text(),
                skipped.stream().skip(1).map(Problem::text).toList(),
                Message.of("doctor.risk.settings-invalid"),
                remedy(facts)));
  }

  /// The newest earlier content that can be read, where the file is damaged and was not edited:
  /// what was added since would be lost, and a permission that was taken away given again.
  private static Remedy remedy(MachineFacts facts) {
    var readable = facts.project().readable().toOptional().orElse(List.of());
    return readable.isEmpty()
        ? Remedy.ByHand.of(Message.of("doctor.by-hand.settings"), "claude doctor")
        : new Remedy.Fix(readable.stream().<Step>map(Step.RestoreSettings::new).toList());
  }
}
