package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.model.InstalledModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// This machine's clock is behind: what its server has made is from the future.
final class ClockBehind implements Check {
  /// Clocks of a network differ by less; a wrong day or time zone makes more.
  private static final Duration TOLERATED = Duration.ofMinutes(10);

  @Override
  public String id() {
    return "clock-behind";
  }

  @Override
  public Outcome of(MachineFacts facts) {
    return switch (facts.server().models()) {
      case Known.Unknown<List<InstalledModel>>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<List<InstalledModel>>(var models) ->
          models.stream()
              .max(InstalledModel.OLDEST_FIRST)
              .flatMap(
                  newest -> newest.modifiedAt().toOptional().map(at -> of(facts.at(), newest, at)))
              .orElseGet(() -> new Outcome.Unknown(Message.of("doctor.unknown.no-dates")));
    };
  }

  private static Outcome of(Instant now, InstalledModel newest, Instant at) {
    return at.isAfter(now.plus(TOLERATED))
        ? new Outcome.Found(
            new Finding(
                WARNING,
                Message.of("doctor.cause.clock-behind", now.toString()),
                List.of(
                    Message.of(
                        "doctor.evidence.modified", newest.name().shortText(), at.toString())),
                Message.of("doctor.risk.clock-behind"),
                Remedy.ByHand.of(Message.of("doctor.by-hand.clock"))))
        : Outcome.fine("doctor.fine.clock", newest.name().shortText());
  }
}
