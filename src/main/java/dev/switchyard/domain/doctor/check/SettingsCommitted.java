package dev.switchyard.domain.doctor.check;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.doctor.Step;
import java.nio.file.Path;
import java.util.List;

/// Git has a settings file that leads to a server of one person: whoever shares the repository gets
/// it too.
final class SettingsCommitted implements Check {
  @Override
  public String id() {
    return "settings-committed";
  }

  @Override
  public Outcome of(MachineFacts facts) {
    return switch (facts.project().committed()) {
      case Known.Unknown<List<Path>>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<List<Path>>(var files) when files.isEmpty() ->
          Outcome.fine("doctor.fine.committed");
      case Known.Value<List<Path>>(var files) -> new Outcome.Found(finding(facts, files));
    };
  }

  private static Finding finding(MachineFacts facts, List<Path> files) {
    return new Finding(
        WARNING,
        Message.of("doctor.cause.settings-committed", files.getFirst().toString()),
        facts
            .project()
            .route()
            .toOptional()
            .map(route -> Evidence.of(route, List.of("ANTHROPIC_BASE_URL")))
            .orElse(List.of()),
        Message.of("doctor.risk.settings-committed"),
        new Remedy.Fix(files.stream().<Step>map(Step.Untrack::new).toList()));
  }
}
