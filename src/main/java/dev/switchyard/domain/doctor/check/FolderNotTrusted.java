package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.INFO;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import java.util.List;

/// Claude Code was never told to trust the folder, so it asks at the first start, with "no"
/// selected, and reads the project's settings only afterwards.
final class FolderNotTrusted implements Check {
  @Override
  public String id() {
    return "folder-not-trusted";
  }

  @Override
  public Outcome of(MachineFacts facts) {
    return switch (facts.project().trusted()) {
      case Known.Unknown<Boolean>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<Boolean>(var trusted) when trusted ->
          Outcome.fine("doctor.fine.trusted", facts.project().folder().toString());
      case Known.Value<Boolean> _ ->
          new Outcome.Found(
              new Finding(
                  INFO,
                  Message.of("launch.warning.trust", facts.project().folder().toString()),
                  List.of(),
                  Message.of("doctor.risk.folder-not-trusted"),
                  Remedy.ByHand.of(Message.of("launch.advice.trust"))));
    };
  }
}
